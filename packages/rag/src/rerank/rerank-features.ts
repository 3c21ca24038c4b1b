import { asksQuestion } from "../answer/asks-question.ts";
import { matchPassage } from "./match-passage.ts";
import { sharePairs } from "./pair-terms.ts";
import { type ReadPassage, readPassages } from "./read-passages.ts";
import type { RerankCandidate, RerankContext } from "./rerank.ts";
import { weighQuestion } from "./weigh-question.ts";

/** What the reranker looks at; each between 0 and 1. Scores without unit are divided by their best. */
export interface RerankFeatures {
  lexical: number;
  characters: number;
  /** How far it stands out in the dense arm, 0 where none ran. */
  dense: number;
  heading: number;
  /** The less, the more candidates stand under a question that says what they are about. */
  sentenceCoverage: number;
  overlap: number;
  spelling: number;
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
  const average = averageHeading(passages);
  const toldShare = 1 - askedShare(candidates);
  const pairs = sharePairs(passages, question);
  const features = candidates.map(({ scores }, i) => {
    const matched = matchPassage(passages[i]!, question, average);
    return {
      lexical: scores.lexical,
      characters: scores.characters,
      dense: scores.dense ?? 0,
      ...matched,
      sentenceCoverage: toldShare * matched.sentenceCoverage,
      adjacentPairs: pairs[i]!.adjacent,
      nearPairs: pairs[i]!.near,
    };
  });
  for (const name of ["lexical", "characters", "heading"] as const) {
    divideByBest(features, name);
  }
  return features;
}

/** In terms. */
function averageHeading(passages: readonly ReadPassage[]): number {
  const headed = passages.filter(({ hasHeading }) => hasHeading);
  const total = headed.reduce((sum, { unitEnds }) => sum + unitEnds[0]!, 0);
  return total / (headed.length || 1) || 1;
}

/** Share of the candidates that stand under a question: what they hold is asked there, not in their sentences. */
function askedShare(candidates: readonly RerankCandidate[]): number {
  const asked = candidates.filter(({ title, headings = [] }) =>
    [title, ...headings].some(asksQuestion),
  );
  return asked.length / (candidates.length || 1);
}

function divideByBest(features: readonly RerankFeatures[], name: keyof RerankFeatures): void {
  const best = features.reduce((most, one) => Math.max(most, one[name]), 0);
  if (best > 0) for (const one of features) one[name] /= best;
}
