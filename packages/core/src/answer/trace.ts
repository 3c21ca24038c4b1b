import type { TokenUsage } from "@understudy/rag/chat/chat-model";
import type { Refusal } from "@understudy/rag/policy/judge-question";
import type { FoundPassages } from "../knowledge/find-passages.ts";
import { type Governed, traceGoverned } from "../policy/governed.ts";
import type { FoundVerified } from "../verified-answer/find-verified.ts";
import type { AnswerTrace } from "./answer.ts";
import { sumUsage } from "./sum-usage.ts";

/** What is known of a question before its passages are. */
export interface Understood {
  question: string;
  standalone: string;
  /** As it was searched for in the other languages of the sources. */
  translations: string[];
  /** What a model took to understand it. */
  understanding: TokenUsage | null;
  governed: Governed;
  /** Why it is not to be answered. */
  refusal: Refusal | null;
  verified: FoundVerified;
  timingsMs: Record<string, number>;
}

export type Found = FoundPassages & Understood;

type Written = Partial<Omit<AnswerTrace, "tokens">> &
  Pick<AnswerTrace, "writer" | "timingsMs"> & {
    /** What a model took to write. */
    writing?: TokenUsage | null;
  };

const NOTHING = {
  cost: null,
  degradedBecause: null,
  confidence: null,
  finish: null,
  prompt: null,
};

type Traced = Omit<Understood, "refusal"> &
  Pick<FoundPassages, "passages" | "dropped" | "denseShare">;

/** What was found, and how it was written. */
export function traceOf(
  {
    question,
    standalone,
    translations,
    understanding,
    governed,
    verified,
    passages,
    dropped,
    denseShare,
    timingsMs,
  }: Traced,
  { writing = null, ...written }: Written,
): AnswerTrace {
  return {
    ...NOTHING,
    ...written,
    question,
    standalone,
    policy: traceGoverned(governed),
    verified: verified.nearest,
    ...(translations.length > 0 && { translations }),
    ...(denseShare !== null && { denseShare }),
    tokens: readTokens(sumUsage([understanding, verified.usage, writing])),
    candidates: passages.map(({ chunkId, sourceId, score, scores }) => ({
      chunkId,
      sourceId,
      score,
      scores,
    })),
    dropped: dropped.slice(0, MOST_DROPPED).map(readDropped),
    timingsMs: { ...timingsMs, ...written.timingsMs },
  };
}

/** The rest is what nothing of the question was found in. */
const MOST_DROPPED = 30;

function readDropped({
  droppedBecause: because,
  scores: { lexical, vector, fused, reranked },
  passage,
}: Traced["dropped"][number]): AnswerTrace["dropped"][number] {
  const scores = { lexical, vector, fused, reranked };
  return { because, scores, ...(passage && { chunkId: passage.id, sourceId: passage.sourceId }) };
}

function readTokens(usage: TokenUsage | null): AnswerTrace["tokens"] {
  return usage && { input: usage.inputTokens, output: usage.outputTokens };
}
