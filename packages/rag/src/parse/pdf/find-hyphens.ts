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
    if (isNumber(head, tail)) return true;
    if (!compounds.has(`${head}-${tail}`.toLowerCase())) return false;
    // Some writers also leave stray hyphens inside lines: the whole word then stands elsewhere.
    const whole = head + tail;
    return !lines.some((line) => line.includes(whole));
  };
  return { belong };
}

const TENS = /(?:^|-)(?:twen|thir|for|fif|six|seven|eigh|nine)ty$/i;
const UNITS = /^(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|\w{4,6}th)\b/i;
const COUNTED = /(?:th|first|second|third)$/i;

/** `seventy-five` and `seventeenth-century`. */
function isNumber(head: string, tail: string): boolean {
  return (TENS.test(head) && UNITS.test(tail)) || (COUNTED.test(head) && tail === "century");
}
