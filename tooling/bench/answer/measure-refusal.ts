import { ANSWER_SETTINGS } from "@understudy/rag/answer/weights";
import { confidence, fitRefusalTo, type JudgedTrial } from "./fit-refusal.ts";
import { CORPUS_SIZES, type TrialKind } from "./refusal-trials.ts";
import { percent } from "./shares.ts";

export interface Verdict extends Pick<JudgedTrial, "set" | "passageCount" | "kind"> {
  isAnswered: boolean;
}

const SHARE_KEPT = 0.95;

/** What the shipped settings decide. */
export function judgeByProduct(trials: readonly JudgedTrial[]): Verdict[] {
  const { evidence, answerThreshold } = ANSWER_SETTINGS;
  return trials.map((trial) =>
    verdict(trial, confidence(evidence, trial.features) >= answerThreshold),
  );
}

/** Weights and threshold for each set come from the other sets. */
export function judgeLeavingOut(trials: readonly JudgedTrial[]): Verdict[] {
  return [...new Set(trials.map(({ set }) => set))].flatMap((left) => {
    const { evidence, answerThreshold } = fitRefusalTo(trials.filter(({ set }) => set !== left));
    return trials
      .filter(({ set }) => set === left)
      .map((trial) => verdict(trial, confidence(evidence, trial.features) >= answerThreshold));
  });
}

/** The baseline: BM25 of the best passage, with the threshold that keeps 95 % in each corpus size. */
export function judgeByLexicalScore(trials: readonly JudgedTrial[]): Verdict[] {
  return CORPUS_SIZES.flatMap((size) => {
    const own = trials.filter(({ passageCount }) => passageCount === size);
    const kept = own
      .filter(({ kind }) => kind === "answerable")
      .map(({ lexicalScore }) => lexicalScore)
      .sort((a, b) => a - b);
    const threshold = kept[Math.floor(kept.length * (1 - SHARE_KEPT))] ?? 0;
    return own.map((trial) => verdict(trial, trial.lexicalScore >= threshold));
  });
}

export const REFUSAL_HEAD = ["", "kept", "refused: other article", "other set", "near"];

export function summarize(name: string, verdicts: readonly Verdict[]): string[] {
  const share = (kind: TrialKind, isAnswered: boolean) => {
    const own = verdicts.filter((each) => each.kind === kind);
    return percent(own.filter((each) => each.isAnswered === isAnswered).length, own.length);
  };
  return [
    name,
    share("answerable", true),
    share("other article", false),
    share("other set", false),
    share("near", false),
  ];
}

function verdict({ set, passageCount, kind }: JudgedTrial, isAnswered: boolean): Verdict {
  return { set, passageCount, kind, isAnswered };
}
