import { type AverageLengths, coverage, matchPassage } from "./match-passage.ts";
import { sharePairs } from "./pair-terms.ts";
import { type ReadPassage, readPassages } from "./read-passages.ts";
import type { RerankCandidate, RerankContext } from "./rerank.ts";
import { softCosine } from "./soft-cosine.ts";
import { weighQuestion } from "./weigh-question.ts";

/** What the reranker looks at; each between 0 and 1. Scores without unit are divided by their best. */
export interface RerankFeatures {
  lexical: number;
  characters: number;
  /** Dense cosine, 0 where no dense arm ran. */
  dense: number;
  heading: number;
  bestSentence: number;
  sentenceCoverage: number;
  passageCoverage: number;
  cosine: number;
  adjacentPairs: number;
  nearPairs: number;
}

/** The features of each candidate, in the order given. */
export function rerankFeatures(
  query: string,
  candidates: readonly RerankCandidate[],
  context: RerankContext,
): RerankFeatures[] {
  const { passages, numbers } = readPassages(candidates);
  const question = weighQuestion(query, numbers, context);
  const averages = averageLengths(passages);
  const pairs = sharePairs(passages, question);
  const features = candidates.map(({ scores }, i) => {
    const { best, ...matched } = matchPassage(passages[i]!, question, averages);
    return {
      lexical: scores.lexical,
      characters: scores.characters,
      dense: scores.dense ?? 0,
      ...matched,
      passageCoverage: coverage(best, question),
      cosine: softCosine(best, passages[i]!, question, numbers),
      adjacentPairs: pairs[i]!.adjacent,
      nearPairs: pairs[i]!.near,
    };
  });
  for (const name of ["lexical", "characters", "dense", "heading", "bestSentence"] as const) {
    divideByBest(features, name);
  }
  return features;
}

function averageLengths(passages: readonly ReadPassage[]): AverageLengths {
  const headed = passages.filter(({ hasHeading }) => hasHeading);
  const average = (sum: number, count: number) => sum / (count || 1) || 1;
  return {
    heading: average(total(headed.map(({ unitEnds }) => unitEnds[0]!)), headed.length),
    unit: average(
      total(passages.map(({ terms }) => terms.length)),
      total(passages.map(({ unitEnds }) => unitEnds.length)),
    ),
  };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function divideByBest(features: readonly RerankFeatures[], name: keyof RerankFeatures): void {
  const best = features.reduce((most, one) => Math.max(most, one[name]), 0);
  if (best > 0) for (const one of features) one[name] /= best;
}
