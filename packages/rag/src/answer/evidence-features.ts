import { coverage, pairCoverage, rowCoverage } from "./coverage.ts";
import type { WordMatches } from "./match-words.ts";
import type { ReadPassage, ReadSentence } from "./read-passages.ts";
import type { WeighedQuestion } from "./weigh-question.ts";

export type EvidenceFeature =
  | "twinSize"
  | "twinSmallness"
  | "sentenceCoverage"
  | "passageCoverage"
  | "letterCoverage"
  | "lettersFound"
  | "pairCoverage"
  | "rowCoverage"
  | "missingSubject"
  | "missingNames"
  | "missingYear"
  | "missingAsked"
  | "scattered";

export type EvidenceFeatures = Record<EvidenceFeature, number>;

/** `unseenWeight` of a twin of ten passages. */
const SMALL_TWIN_WEIGHT = 3.09;
/** The same of thirty: in more of them, words that have nothing to do with each other meet. */
const MET_BY_CHANCE = 4.1;
const NEARLY_ALL = 0.9;
const YEAR = /^(?:1\d|20)\d\d$/;

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
  const pairs = Math.max(0, ...sentences.map((each) => pairCoverage(question, each)));
  const rows = rowCoverage(question, sentences);
  const isScattered =
    question.unseenWeight > MET_BY_CHANCE &&
    pairs === 0 &&
    rows === 0 &&
    hasNamesApart(question, passages);
  return {
    twinSize: question.unseenWeight,
    twinSmallness: Math.max(0, SMALL_TWIN_WEIGHT - question.unseenWeight),
    sentenceCoverage: sentence.value,
    passageCoverage: best.value,
    letterCoverage: asked > 0 ? found / asked : 0,
    lettersFound: Math.log1p(found),
    pairCoverage: pairs,
    rowCoverage: rows,
    missingSubject: missingSubject(question, best.item?.matches ?? []),
    missingNames: missingNames(question, best.item?.matches ?? []),
    missingYear: missesYear(question, passages) ? 1 : 0,
    missingAsked: tellsNothing(passages) ? 1 : 0,
    scattered: isScattered ? 1 : 0,
  };
}

/** The weightiest subject that a text says nothing of, as a share of the question. */
function missingSubject({ words, totalWeight }: WeighedQuestion, matches: WordMatches): number {
  const missing = words.map(({ isSubject, weight }, index) =>
    isSubject ? weight * (1 - (matches[index] ?? 0)) : 0,
  );
  return totalWeight > 0 ? Math.max(...missing) / totalWeight : 0;
}

/** The share of a question's names that a text does not hold. */
function missingNames({ words }: WeighedQuestion, matches: WordMatches): number {
  const names = words.flatMap(({ isName }, index) => (isName ? [1 - (matches[index] ?? 0)] : []));
  return names.length === 0 ? 0 : names.reduce((sum, missing) => sum + missing, 0) / names.length;
}

/** Whether a question is about a year that nothing found names, though it names others. */
function missesYear({ words }: WeighedQuestion, passages: readonly ReadPassage[]): boolean {
  const isMissed = words.some(
    ({ text }, index) => YEAR.test(text) && passages.every(({ matches }) => matches[index]! < 1),
  );
  const namesYear = ({ stems }: ReadSentence) => stems.some((stem) => YEAR.test(stem));
  return isMissed && passages.some(({ sentences }) => sentences.some(namesYear));
}

function tellsNothing(passages: readonly ReadPassage[]): boolean {
  return !passages.some(({ sentences }) => sentences.some(({ tells }) => tells));
}

/** Whether the sentence that speaks most of a question holds none of its names, nor do its titles. */
function hasNamesApart(question: WeighedQuestion, passages: readonly ReadPassage[]): boolean {
  const spoken = passages.flatMap(({ sentences, titleMatches }) =>
    sentences.map(({ matches }) => ({ matches, titleMatches })),
  );
  const { item } = bestCovering(question, spoken);
  const known = item?.matches.map((match, index) => Math.max(match, item.titleMatches[index]!));
  return missingNames(question, known ?? []) >= NEARLY_ALL;
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
