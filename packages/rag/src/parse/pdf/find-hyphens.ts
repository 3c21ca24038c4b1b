// Shorter ones begin and end words that are none of a compound: `out-right`.
const SHORTEST_PART = 4;

/** What a document shows about its own hyphens. */
export interface Hyphens {
  /** Whether `head` and `tail`, parted by a line end, are written with a hyphen between them. */
  belong(head: string, tail: string): boolean;
}

/** Learns from the words inside lines, where no hyphen was put in by the line's end. */
export function findHyphens(lines: readonly string[]): Hyphens {
  const compounds = new Set<string>();
  const heads = new Set<string>();
  const tails = new Set<string>();
  for (const line of lines) {
    if (!line.includes("-")) continue;
    for (const [written] of line.matchAll(/\p{L}+(?:-\p{L}+)+/gu)) {
      const word = written.toLowerCase();
      compounds.add(word);
      heads.add(word.slice(0, word.indexOf("-")));
      tails.add(word.slice(word.lastIndexOf("-") + 1));
    }
  }
  const isWord = remember((word) => countWord(lines, word) > 1);
  /** Words of their own, of which one is in other compounds, and which nowhere are one. */
  const areTwoWords = (head: string, tail: string) =>
    [head, tail].every(({ length }) => length >= SHORTEST_PART) &&
    (heads.has(head) || tails.has(tail)) &&
    isWord(head) &&
    isWord(tail) &&
    !lines.some((line) => line.toLowerCase().includes(head + tail));
  const belong = (head: string, tail: string) => {
    if (isNumber(head, tail)) return true;
    const [first, second] = [head.toLowerCase(), tail.toLowerCase()];
    if (!compounds.has(`${first}-${second}`)) return areTwoWords(first, second);
    // Some writers also leave stray hyphens inside lines: the whole word then stands elsewhere.
    const whole = head + tail;
    return !lines.some((line) => line.includes(whole));
  };
  return { belong };
}

function countWord(lines: readonly string[], word: string): number {
  const whole = new RegExp(`(?<![\\p{L}-])${word}(?![\\p{L}-])`, "giu");
  return lines.reduce((count, line) => count + (line.match(whole)?.length ?? 0), 0);
}

function remember(judge: (word: string) => boolean): (word: string) => boolean {
  const known = new Map<string, boolean>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    known.set(word, judge(word));
    return known.get(word)!;
  };
}

const TENS = /(?:^|-)(?:twen|thir|for|fif|six|seven|eigh|nine)ty$/i;
const UNITS = /^(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|\w{4,6}th)\b/i;
const COUNTED = /(?:th|first|second|third)$/i;

/** `seventy-five` and `seventeenth-century`. */
function isNumber(head: string, tail: string): boolean {
  return (TENS.test(head) && UNITS.test(tail)) || (COUNTED.test(head) && tail === "century");
}
