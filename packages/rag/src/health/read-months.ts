import { MONTH_NAMES } from "../text/month-names.ts";
import { splitWords } from "../text/split-words.ts";

/** May and Mai are months only where a number stands beside them. */
const MONTHS = new Set(MONTH_NAMES.flatMap((names) => (names.includes("may") ? [] : names)));
const MAY =
  /(?:\p{N}(?:st|nd|rd|th)?\.?\s+(?:of\s+)?(?:may|mai|mayo|maggio)|(?:may|mai|mayo)\s+\p{N})/u;
const AMBIGUOUS =
  /\p{N}\.?\s+(?:of\s+)?(?:march|mars|august)|(?:march|mars|august)\s+\p{N}|(?:in|since|until|by|im|en|am)\s+(?:march|mars|august)/u;

/** The months that a folded text names. */
export function readMonths(folded: string): Set<string> {
  const named = splitWords(folded)
    .map(({ text }) => text)
    .filter((word) => MONTHS.has(word))
    .filter((word) => !/^(?:march|mars|august)$/.test(word) || AMBIGUOUS.test(folded));
  if (MAY.test(folded)) named.push("may");
  return new Set(named);
}
