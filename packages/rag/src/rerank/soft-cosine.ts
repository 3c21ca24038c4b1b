import type { ReadPassage } from "./read-passages.ts";
import type { TermNumbers } from "./term-numbers.ts";
import type { WeighedQuestion } from "./weigh-question.ts";

type Idf = WeighedQuestion["idf"];

/** Of each passage, its length by one measure of its terms: as long as that is asked for, it stays. */
const norms = new WeakMap<ReadPassage, { idf: Idf; squares: number }>();

/**
 * Cosine of question and passage over idf-weighted terms, spelling variants counting by their likeness.
 * (after Sidorov et al. 2014, "Soft similarity and soft cosine measure")
 */
export function softCosine(
  best: Float64Array,
  passage: ReadPassage,
  { terms, weights, idf }: WeighedQuestion,
  numbers: TermNumbers,
): number {
  let product = 0;
  let questionSquares = 0;
  for (const [position, { term }] of terms.entries()) {
    product += weights[position]! * idf(term) * best[position]!;
    questionSquares += weights[position]! ** 2;
  }
  if (product === 0) return 0;
  return product / Math.sqrt(questionSquares * squaresOf(passage, idf, numbers));
}

function squaresOf(passage: ReadPassage, idf: Idf, numbers: TermNumbers): number {
  const known = norms.get(passage);
  if (known?.idf === idf) return known.squares;
  let squares = 0;
  for (const term of new Set(passage.terms)) squares += idf(numbers.term(term)) ** 2;
  norms.set(passage, { idf, squares });
  return squares;
}
