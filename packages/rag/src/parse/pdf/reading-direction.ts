interface Joined {
  isWord: boolean;
  isRightToLeft: boolean;
}

/** Text with what stands to the right of it, which comes first where one reads from right to left. */
export function appendText(text: string, right: string, { isWord, isRightToLeft }: Joined): string {
  if (!isRightToLeft) return text + (isWord && !text.endsWith(" ") ? " " : "") + right;
  const space = isWord || text.endsWith(" ") ? " " : "";
  return right.trimEnd() + space + text.trimEnd();
}

interface Directed {
  left: number;
  isRightToLeft: boolean;
}

/** In reading order: neighbours of the other direction than the line's keep their own among themselves. */
export function inReadingOrder<Run extends Directed>(
  runs: readonly Run[],
  isRightToLeft: boolean,
): Run[] {
  const groups: Run[][] = [];
  for (const run of runs.toSorted((a, b) => a.left - b.left)) {
    const group = groups.at(-1);
    if (group && group[0]!.isRightToLeft === run.isRightToLeft) group.push(run);
    else groups.push([run]);
  }
  const read = groups.map((group) => (group[0]!.isRightToLeft ? group.toReversed() : group));
  return (isRightToLeft ? read.toReversed() : read).flat();
}
