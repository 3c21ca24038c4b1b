import { coverage, joinMatches, matchUnit, softBm25 } from "./match-unit.ts";
import { adjacentPairs, nearPairs } from "./pair-terms.ts";
import { type ReadCandidate, readCandidate, unitsOf } from "./read-candidate.ts";
import type { RerankCandidate, RerankContext } from "./rerank.ts";
import { softCosine } from "./soft-cosine.ts";
import { type WeighedQuestion, weighQuestion } from "./weigh-question.ts";

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
  const read = candidates.map(readCandidate);
  const question = weighQuestion(query, read, context);
  const averages = averageLengths(read);
  const near = nearPairs(read, question);
  const features = candidates.map(({ scores }, i) => ({
    lexical: scores.lexical,
    characters: scores.characters,
    dense: scores.dense ?? 0,
    ...matchFeatures(read[i]!, question, averages),
    adjacentPairs: adjacentPairs(read[i]!, question),
    nearPairs: near[i]!,
  }));
  for (const name of ["lexical", "characters", "dense", "heading", "bestSentence"] as const) {
    divideByBest(features, name);
  }
  return features;
}

interface AverageLengths {
  heading: number;
  unit: number;
}

function averageLengths(candidates: readonly ReadCandidate[]): AverageLengths {
  const average = (lengths: readonly number[]) =>
    lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1) || 1;
  return {
    heading: average(
      candidates.map(({ heading }) => heading.length).filter((length) => length > 0),
    ),
    unit: average(candidates.flatMap(unitsOf).map(({ length }) => length)),
  };
}

function matchFeatures(
  candidate: ReadCandidate,
  question: WeighedQuestion,
  averages: AverageLengths,
) {
  const units = unitsOf(candidate);
  const matches = units.map((unit) => matchUnit(unit, question));
  const whole = joinMatches(matches, question.terms.length);
  const highest = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), 0);
  return {
    heading: candidate.heading.length > 0 ? softBm25(matches[0]!, question, averages.heading) : 0,
    bestSentence: highest(matches.map((match) => softBm25(match, question, averages.unit))),
    sentenceCoverage: highest(matches.map((match) => coverage(match, question))),
    passageCoverage: coverage(whole, question),
    cosine: softCosine(whole, units.flat(), question),
  };
}

function divideByBest(features: readonly RerankFeatures[], name: keyof RerankFeatures): void {
  const best = features.reduce((most, one) => Math.max(most, one[name]), 0);
  if (best > 0) for (const one of features) one[name] /= best;
}
