const SHORTEST_WRAPPED_LINE = 40;
const FULL_LINE_SHARE = 0.75;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}、。，！？：；」』）]/u;

/** Joins lines that were broken to fit a width; lines short by intent (verse, addresses) stay. */
export function unwrapLines(lines: readonly string[]): string {
  const trimmed = lines.map((line) => line.trim()).filter((line) => line !== "");
  const widest = trimmed.reduce((most, line) => Math.max(most, displayWidth(line)), 0);
  const fullWidth = Math.max(SHORTEST_WRAPPED_LINE, widest * FULL_LINE_SHARE);
  let text = "";
  let previous = "";
  for (const line of trimmed) {
    const isWrapped = displayWidth(previous) >= fullWidth;
    text += previous && (isWrapped ? joint(previous, line) : "\n");
    text += line;
    previous = line;
  }
  return text;
}

/** What stands between two parts of a sentence that a line break parted. */
export function joint(before: string, after: string): "" | " " {
  return UNSPACED.test(before.at(-1) ?? "") && UNSPACED.test(after[0] ?? "") ? "" : " ";
}

/** Characters of East Asian scripts take two columns. */
function displayWidth(line: string): number {
  return line.length + (line.match(/[\u2E80-\u9FFF\uAC00-\uD7AF\uFF00-\uFF60]/g)?.length ?? 0);
}
