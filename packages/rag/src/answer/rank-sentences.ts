import { coverage } from "./coverage.ts";
import type { WordMatches } from "./match-words.ts";
import type { ReadPassage, ReadSentence } from "./read-passages.ts";
import { sentenceFeatures } from "./sentence-features.ts";
import type { WeighedQuestion } from "./weigh-question.ts";
import type { PickerFeature } from "./weights.ts";

export interface RankedSentence {
  passage: number;
  /** Position among the passage's quotable sentences. */
  index: number;
  sentence: ReadSentence;
  /** What it speaks of by itself or by its head: as `matches`, and nothing of function words. */
  told: WordMatches;
  /** It begins with what is asked for the way to. */
  isWay: boolean;
  score: number;
}

export type PickerFeatures = Record<PickerFeature, number>;

/** Every sentence that could answer, with the sum of its weighted features, best first. */
export function rankSentences(
  question: WeighedQuestion,
  passages: readonly ReadPassage[],
  weights: PickerFeatures,
): RankedSentence[] {
  const ranked = passages.flatMap((read, passage) =>
    pickerFeatures(question, read, passage).flatMap((features, index) => {
      const sentence = read.sentences[index]!;
      if (asksOnly(sentence, features)) return [];
      const told = sentence.matches.map((match, at) => (question.words[at]!.isSubject ? match : 0));
      return [
        {
          passage,
          index,
          sentence,
          told,
          isWay: features.instruction > 0,
          score: weigh(features, weights),
        },
      ];
    }),
  );
  return ranked.sort((a, b) => b.score - a.score);
}

/** A question, or a line that has only words of the question asked, tells nothing. */
function asksOnly({ kind }: ReadSentence, { novelty }: PickerFeatures): boolean {
  return kind === "question" || (kind === "line" && novelty === 0);
}

/** `rank` counts from 0. */
export function pickerFeatures(
  question: WeighedQuestion,
  passage: ReadPassage,
  rank: number,
): PickerFeatures[] {
  const ofPassage = {
    passageCoverage: coverage(question, passage.matches),
    passageRank: Math.log1p(rank),
  };
  return sentenceFeatures(question, passage).map((features) => ({ ...features, ...ofPassage }));
}

function weigh(features: PickerFeatures, weights: PickerFeatures): number {
  let score = 0;
  for (const name of Object.keys(weights) as PickerFeature[])
    score += features[name] * weights[name];
  return score;
}
