import type { PassageText } from "../rerank/rerank.ts";
import type { ArmScores, Candidate } from "./candidate.ts";
import type { DropReason } from "./select-passages.ts";

/** `reranked` is null where no reranker ran. */
export type StageScores = ArmScores & { reranked: number | null };

export interface RetrievedPassage<T extends PassageText> extends Candidate {
  scores: StageScores;
  /** The score of the last stage that ran, by which the result is ordered. */
  score: number;
  passage: T;
}

export interface DroppedCandidate<T extends PassageText> extends Candidate {
  scores: StageScores;
  droppedBecause: DropReason;
  /** Null for what is gone. */
  passage: T | null;
}

export interface Retrieval<T extends PassageText> {
  passages: RetrievedPassage<T>[];
  dropped: DroppedCandidate<T>[];
  /** Milliseconds of each stage that ran. */
  timingsMs: Record<string, number>;
}
