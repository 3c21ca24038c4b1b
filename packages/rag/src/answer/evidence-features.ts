import { coverage, pairCoverage, rowCoverage } from "./coverage.ts";
import type { WordMatches } from "./match-words.ts";
import type { ReadPassage } from "./read-passages.ts";
import type { WeighedQuestion } from "./weigh-question.ts";

export type EvidenceFeature =
  | "twinSize"
  | "twinSmallness"
  | "sentenceCoverage"
  | "passageCoverage"
  | "letterCoverage"
  | "lettersFound"
  | "pairCoverage"
  | "rowCoverage";

export type EvidenceFeatures = Record<EvidenceFeature, number>;

/** `unseenWeight` of a twin of ten passages. */
const SMALL_TWIN_WEIGHT = 3.09;

/**
 * What the decision to answer weighs: how much of the question the passage that speaks most of it
 * holds, beside how much chance alone would find in a twin of that size.
 */
export function evidenceFeatures(
  question: WeighedQuestion,
  passages: readonly ReadPassage[],
): EvidenceFeatures {
  const best = bestCovering(question, passages);
  const sentence = bestCovering(
    question,
    passages.flatMap((passage) => passage.sentences),
  );
  const found = best.item ? lettersFound(question, best.item.matches) : 0;
  const asked = lettersFound(
    question,
    question.words.map(() => 1),
  );
  const sentences = best.item?.sentences ?? [];
  return {
    twinSize: question.unseenWeight,
    twinSmallness: Math.max(0, SMALL_TWIN_WEIGHT - question.unseenWeight),
    sentenceCoverage: sentence.value,
    passageCoverage: best.value,
    letterCoverage: asked > 0 ? found / asked : 0,
    lettersFound: Math.log1p(found),
    pairCoverage: Math.max(0, ...sentences.map((each) => pairCoverage(question, each))),
    rowCoverage: rowCoverage(question, sentences),
  };
}

function lettersFound({ words }: WeighedQuestion, matches: WordMatches): number {
  return words.reduce(
    (sum, { isSubject, letters }, index) => sum + (isSubject ? matches[index]! * letters : 0),
    0,
  );
}

function bestCovering<T extends { matches: WordMatches }>(
  question: WeighedQuestion,
  items: readonly T[],
): { item: T | null; value: number } {
  let best: { item: T | null; value: number } = { item: null, value: 0 };
  for (const item of items) {
    const value = coverage(question, item.matches);
    if (best.item === null || value > best.value) best = { item, value };
  }
  return best;
}
