import type { CallOptions } from "../chat/chat-model.ts";
import type { ArmScores } from "../retrieve/candidate.ts";

/** A passage as a reader sees it. */
export interface PassageText {
  text: string;
  title: string;
  headings?: readonly string[];
}

export interface RerankCandidate extends PassageText {
  scores: ArmScores;
}

export interface RerankContext extends CallOptions {
  /** Inverse document frequency of an index term over what the query may see; largest for unknown terms. */
  termIdf(term: string): number;
  /** What vectors may say in the twin, of what they usually do; only the local reranker weighs arms. */
  denseShare?: number;
  /** What a call that costs goes through; rejects with a ModelFailure where there is no room for the price. */
  payFor?: PayFor;
}

export type PayFor = <Result>(
  price: number,
  call: () => Promise<Result>,
  signal: AbortSignal,
) => Promise<Result>;

/**
 * Gives each candidate a score, in the order given; higher answers the query better, and only scores
 * of one call compare. Rejects when the provider fails.
 */
export type Rerank<Candidate extends RerankCandidate = RerankCandidate> = (
  query: string,
  candidates: readonly Candidate[],
  context: RerankContext,
) => Promise<number[]>;
