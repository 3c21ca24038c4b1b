import type { Match } from "./match-unit.ts";
import type { WeighedQuestion } from "./weigh-question.ts";

/**
 * Cosine of question and passage over idf-weighted terms, spelling variants counting by their likeness.
 * (after Sidorov et al. 2014, "Soft similarity and soft cosine measure")
 */
export function softCosine(
  { best }: Match,
  passageTerms: Iterable<string>,
  { terms, weights, idf }: WeighedQuestion,
): number {
  let product = 0;
  let questionSquares = 0;
  for (const [position, { term }] of terms.entries()) {
    product += weights[position]! * idf(term) * best[position]!;
    questionSquares += weights[position]! ** 2;
  }
  let passageSquares = 0;
  for (const term of new Set(passageTerms)) passageSquares += idf(term) ** 2;
  return product === 0 ? 0 : product / Math.sqrt(questionSquares * passageSquares);
}
