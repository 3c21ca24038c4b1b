import type { Dropped } from "./use-exploration.ts";

export type Scores = Dropped["scores"];
export type Stage = keyof Scores;

export const STAGES: readonly Stage[] = ["lexical", "vector", "fused", "reranked"];

/** What the scores of one question are measured against: those of different questions do not compare. */
export interface ScoreScale {
  best: Record<Stage, number>;
  /** Else the stage of vectors holds what words spelt alike gave. */
  hasDense: boolean;
}

export function bestScores(candidates: readonly { scores: Scores }[]): ScoreScale["best"] {
  const bestOf = (stage: Stage) =>
    candidates.reduce((most, { scores }) => Math.max(most, scores[stage] ?? 0), 0);
  return {
    lexical: bestOf("lexical"),
    vector: bestOf("vector"),
    fused: bestOf("fused"),
    reranked: bestOf("reranked"),
  };
}

export function stageLabel(stage: Stage, { hasDense }: ScoreScale): string {
  if (stage === "vector") return hasDense ? "Vector" : "Spelling";
  return { lexical: "Lexical", fused: "Fused", reranked: "Reranked" }[stage];
}
