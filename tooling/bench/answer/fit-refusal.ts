import {
  type EvidenceFeature,
  type EvidenceFeatures,
  evidenceFeatures,
} from "@understudy/rag/answer/evidence-features";
import { ANSWER_SETTINGS, type AnswerSettings } from "@understudy/rag/answer/weights";
import { dot } from "./ascend.ts";
import { fitLogistic, type Labelled } from "./fit-logistic.ts";
import type { QuestionSet } from "./question-sets.ts";
import { readTrial } from "./read-trial.ts";
import { type RefusalTrial, refusalTrials, type TrialKind } from "./refusal-trials.ts";

export interface JudgedTrial extends Pick<RefusalTrial, "set" | "passageCount" | "kind"> {
  features: EvidenceFeatures;
  lexicalScore: number;
}

export interface RefusalModel {
  evidence: AnswerSettings["evidence"];
  answerThreshold: number;
}

const NAMES: readonly EvidenceFeature[] = [
  "twinSize",
  "sentenceCoverage",
  "passageCoverage",
  "letterCoverage",
  "lettersFound",
  "pairCoverage",
  "rowCoverage",
  "missingSubject",
  "missingNames",
];
/** Some near questions are answered after all, by a passage that nobody labelled. */
const KIND_WEIGHTS: Record<TrialKind, number> = {
  answerable: 1,
  "other article": 1,
  "other set": 1,
  near: 0.3,
};
const SMALL_SIZES = [1, 3];
const SHARE_KEPT = 0.95;
const TRIALS_TO_FIT = 120;

export function judgeTrials(
  sets: readonly QuestionSet[],
  foreign: readonly string[],
  draw: { trialsPerSize: number; seed: number },
): JudgedTrial[] {
  return Array.from(refusalTrials(sets, foreign, draw), (trial) => {
    const { question, evidence, termWeight, set, passageCount, kind } = trial;
    const { weighed, read } = readTrial({ question, passages: evidence.passages, termWeight });
    const features = evidenceFeatures(weighed, read);
    return { set, passageCount, kind, features, lexicalScore: evidence.lexicalScore };
  });
}

export function fitRefusal(
  sets: readonly QuestionSet[],
  foreign: readonly string[],
  seed = 1,
): RefusalModel {
  return fitRefusalTo(judgeTrials(sets, foreign, { trialsPerSize: TRIALS_TO_FIT, seed }));
}

/** The weights, and the threshold that keeps 95 % of the questions that can be answered. */
export function fitRefusalTo(trials: readonly JudgedTrial[]): RefusalModel {
  const [bias, ...weights] = fitLogistic(trials.map(toExample));
  const named = Object.fromEntries(NAMES.map((name, index) => [name, round(weights[index]!)]));
  const { scattered, missingYear, missingAsked } = ANSWER_SETTINGS.evidence;
  const byHand = { twinSmallness: 0, scattered, missingYear, missingAsked };
  const fitted = { bias: round(bias!), ...named, ...byHand } as AnswerSettings["evidence"];
  const evidence = { ...fitted, twinSmallness: calibrateSmallness(fitted, trials) };
  return { evidence, answerThreshold: round(confidenceThatKeeps(evidence, trials)) };
}

/**
 * In twins of a few passages far more than 95 % would be kept, and questions that share one word
 * would be answered: they are held to 95 %, too.
 */
function calibrateSmallness(
  evidence: AnswerSettings["evidence"],
  trials: readonly JudgedTrial[],
): number {
  const overall = logOdds(confidenceThatKeeps(evidence, trials));
  const slopes = SMALL_SIZES.map((size) => {
    const small = trials.filter(({ passageCount }) => passageCount === size);
    const excess = logOdds(confidenceThatKeeps(evidence, small)) - overall;
    return excess / small[0]!.features.twinSmallness;
  });
  return -round(slopes.reduce((sum, slope) => sum + slope, 0) / slopes.length);
}

function confidenceThatKeeps(
  evidence: AnswerSettings["evidence"],
  trials: readonly JudgedTrial[],
): number {
  const kept = trials
    .filter(({ kind }) => kind === "answerable")
    .map(({ features }) => confidence(evidence, features))
    .sort((a, b) => a - b);
  return kept[Math.floor(kept.length * (1 - SHARE_KEPT))]!;
}

function logOdds(chance: number): number {
  return Math.log(chance / (1 - chance));
}

export function confidence(
  evidence: AnswerSettings["evidence"],
  features: EvidenceFeatures,
): number {
  const names = [...NAMES, "twinSmallness", "scattered", "missingYear", "missingAsked"] as const;
  const row = names.map((name) => features[name]);
  const weights = names.map((name) => evidence[name]);
  return 1 / (1 + Math.exp(-evidence.bias - dot(weights, row)));
}

function toExample({ features, kind }: JudgedTrial): Labelled {
  return {
    features: NAMES.map((name) => features[name]),
    isPositive: kind === "answerable",
    weight: KIND_WEIGHTS[kind],
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
