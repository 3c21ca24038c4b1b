import { coverage, pairCoverage } from "./coverage.ts";
import type { WordMatches } from "./match-words.ts";
import type { ReadPassage } from "./read-passages.ts";
import type { WeighedQuestion } from "./weigh-question.ts";

export type EvidenceFeature =
  | "sentenceCoverage"
  | "passageCoverage"
  | "subjectShare"
  | "subjectsFound"
  | "subjectCount"
  | "pairCoverage";

export type EvidenceFeatures = Record<EvidenceFeature, number>;

/** What the decision to answer weighs: how much of the question the best passage speaks of. */
export function evidenceFeatures(
  question: WeighedQuestion,
  passages: readonly ReadPassage[],
): EvidenceFeatures {
  const best = bestOf(passages, ({ matches }) => coverage(question, matches));
  const sentences = passages.flatMap((passage) => passage.sentences);
  const sentence = bestOf(sentences, ({ matches }) => coverage(question, matches));
  const found = best.item ? subjectsFound(question, best.item.matches) : 0;
  const subjectCount = question.words.filter(({ isSubject }) => isSubject).length;
  const pairs = best.item?.sentences.map((each) => pairCoverage(question, each)) ?? [];
  return {
    sentenceCoverage: sentence.value,
    passageCoverage: best.value,
    subjectShare: subjectCount > 0 ? found / subjectCount : 0,
    subjectsFound: Math.log1p(found),
    subjectCount: Math.log1p(subjectCount),
    pairCoverage: Math.max(0, ...pairs),
  };
}

function subjectsFound({ words }: WeighedQuestion, matches: WordMatches): number {
  return matches.reduce((sum, match, index) => sum + (words[index]!.isSubject ? match : 0), 0);
}

function bestOf<T>(
  items: readonly T[],
  scoreOf: (item: T) => number,
): { item: T | null; value: number } {
  let best: { item: T | null; value: number } = { item: null, value: 0 };
  for (const item of items) {
    const value = scoreOf(item);
    if (best.item === null || value > best.value) best = { item, value };
  }
  return best;
}
