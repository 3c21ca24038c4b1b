import { confidence } from "../measure/confidence.ts";
import { DENSE_SHARES, type DenseShare, USUAL_SHARE } from "./dense-share.ts";

/** How good the order of one question's candidates was under each of `DENSE_SHARES`, 0 to 1. */
export type ScoresByShare = readonly number[];

/** With fewer, what suits a twin cannot be told from chance: `pnpm bench fusion`. */
export const LEAST_QUESTIONS = 20;
/** Of a share, what it takes over from each neighbour: what is good only by itself is good by chance. */
const NEIGHBOUR_WEIGHT = 0.5;
const FOLDS = 5;
/** Sums of floats that differ by less are the same. */
const EPSILON = 1e-9;
const USUAL_AT = DENSE_SHARES.indexOf(USUAL_SHARE);

export interface FittedShare {
  share: DenseShare;
  /** By how much it is better than the usual one, on questions that it was not picked on. */
  gain: number;
  /** Half the width of the gain's 95 % confidence interval. */
  gainWithin: number;
}

/** The share of vectors that suits a twin, by questions whose right passages are known. */
export function fitShare(questions: readonly ScoresByShare[]): FittedShare {
  const gains = gainsOfOthers(questions);
  return {
    share: DENSE_SHARES[pickAt(questions)]!,
    gain: sum(gains) / (gains.length || 1),
    gainWithin: confidence(gains),
  };
}

/**
 * Where the mean, smoothed over neighbouring shares, is best: nearest to the usual one of several, and
 * that itself where the questions are too few. (Of rules that were measured, one standard error towards
 * the usual share among them, this one loses least to words or vectors alone.)
 */
function pickAt(questions: readonly ScoresByShare[]): number {
  if (questions.length < LEAST_QUESTIONS) return USUAL_AT;
  return bestAt(questions);
}

/** Cross-validated: each question under the share that the other four fifths give. */
function gainsOfOthers(questions: readonly ScoresByShare[]): number[] {
  if (questions.length < LEAST_QUESTIONS) return questions.map(() => 0);
  const picked = Array.from({ length: FOLDS }, (_, fold) =>
    bestAt(questions.filter((__, i) => i % FOLDS !== fold)),
  );
  return questions.map((scores, i) => scores[picked[i % FOLDS]!]! - scores[USUAL_AT]!);
}

function bestAt(questions: readonly ScoresByShare[]): number {
  const means = DENSE_SHARES.map((_, at) => sum(questions.map((scores) => scores[at]!)));
  const smoothed = means.map((own, at) => {
    const beside = [means[at - 1], means[at + 1]].filter((each) => each !== undefined);
    return (own + NEIGHBOUR_WEIGHT * sum(beside)) / (1 + NEIGHBOUR_WEIGHT * beside.length);
  });
  const best = Math.max(...smoothed);
  const alike = smoothed.flatMap((each, at) => (each >= best - EPSILON ? [at] : []));
  return alike.reduce((near, at) =>
    Math.abs(at - USUAL_AT) < Math.abs(near - USUAL_AT) ? at : near,
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
