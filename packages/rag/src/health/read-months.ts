import { splitWords } from "../text/split-words.ts";

/** The months of a few languages, folded; May and Mai only where a number stands beside them. */
const MONTHS = new Set(
  (
    "january february march april june july august september october november december " +
    "januar februar marz juni juli oktober dezember " +
    "janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre " +
    "enero febrero marzo abril junio julio agosto septiembre octubre noviembre diciembre " +
    "gennaio febbraio aprile giugno luglio settembre ottobre dicembre"
  ).split(" "),
);
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
