import { pickerFeatures } from "@understudy/rag/answer/rank-sentences";
import type { PickerFeature } from "@understudy/rag/answer/weights";
import { fitListwise, type RankedList } from "./fit-listwise.ts";
import { holdsAnswer, type PickerTrial, pickerTrials } from "./picker-trials.ts";
import type { QuestionSet } from "./question-sets.ts";
import { readTrial } from "./read-trial.ts";

/** Not `isLine`, `definition`, `instruction` and `tells`: the sets have too few of each to learn from. */
const LEARNED: readonly PickerFeature[] = [
  "coverage",
  "localCoverage",
  "pairCoverage",
  "gainFromPrevious",
  "length",
  "novelty",
  "passageCoverage",
  "passageRank",
];
const TRIALS_PER_SET = 300;

export function fitPicker(
  sets: readonly QuestionSet[],
  seed = 1,
): Partial<Record<PickerFeature, number>> {
  const trials = pickerTrials(sets, { mode: "retrieved", trialsPerSet: TRIALS_PER_SET, seed });
  const weights = fitListwise(Array.from(trials, toList));
  return Object.fromEntries(LEARNED.map((name, index) => [name, round(weights[index]!)]));
}

function toList(trial: PickerTrial): RankedList {
  const { weighed, read } = readTrial(trial);
  const rows = read.flatMap((passage, rank) =>
    pickerFeatures(weighed, passage, rank).map((features, index) => ({
      features: LEARNED.map((name) => features[name]),
      isRight: holdsAnswer(trial, { passage: rank, ...passage.sentences[index]! }),
    })),
  );
  return {
    features: rows.map(({ features }) => features),
    isRight: rows.map(({ isRight }) => isRight),
  };
}

function round(weight: number): number {
  return Math.round(weight * 100) / 100;
}
