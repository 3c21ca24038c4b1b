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
  let whole: string | undefined;
  const text = () => {
    whole ??= lines.join("\n").toLowerCase();
    return whole;
  };
  /** Words of their own, of which one is in other compounds, and which nowhere are one. */
  const areTwoWords = (head: string, tail: string) =>
    [head, tail].every(({ length }) => length >= SHORTEST_PART) &&
    (heads.has(head) || tails.has(tail)) &&
    standsTwice(text(), head) &&
    standsTwice(text(), tail) &&
    !text().includes(head + tail);
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

/** As a word of its own and as no part of a compound. */
function standsTwice(text: string, word: string): boolean {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0 && count < 2; at = text.indexOf(word, at + 1)) {
    const around = (text[at - 1] ?? "") + (text[at + word.length] ?? "");
    if (!/[\p{L}-]/u.test(around)) count += 1;
  }
  return count > 1;
}

const TENS = /(?:^|-)(?:twen|thir|for|fif|six|seven|eigh|nine)ty$/i;
const UNITS = /^(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|\w{4,6}th)\b/i;
const COUNTED = /(?:th|first|second|third)$/i;

/** `seventy-five` and `seventeenth-century`. */
function isNumber(head: string, tail: string): boolean {
  return (TENS.test(head) && UNITS.test(tail)) || (COUNTED.test(head) && tail === "century");
}
