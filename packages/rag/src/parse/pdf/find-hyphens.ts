/** What a document shows about its own hyphens. */
export interface Hyphens {
  /** Whether `head` and `tail`, parted by a line end, are written with a hyphen between them. */
  belong(head: string, tail: string): boolean;
}

/** Learns from the words inside lines, where no hyphen was put in by the line's end. */
export function findHyphens(lines: readonly string[]): Hyphens {
  const compounds = new Set<string>();
  for (const line of lines) {
    if (!line.includes("-")) continue;
    for (const [word] of line.matchAll(/\p{L}+(?:-\p{L}+)+/gu)) compounds.add(word.toLowerCase());
  }
  const belong = (head: string, tail: string) => {
    if (!compounds.has(`${head}-${tail}`.toLowerCase())) return false;
    // Some writers also leave stray hyphens inside lines: the whole word then stands elsewhere.
    const whole = head + tail;
    return !lines.some((line) => line.includes(whole));
  };
  return { belong };
}
