import type { TwinRow } from "@understudy/db/queries/twins";
import type { Context } from "../kernel/context.ts";
import { type FoundPassages, findPassages } from "../knowledge/find-passages.ts";
import type { Answer, AnswerTrace } from "./answer.ts";
import { composeQuotation } from "./compose-quotation.ts";

const PASSAGES_READ = 8;

/** retrieve → compose → check: what the twin's sources say to a question, or its no-answer message. */
export async function answerQuestion(
  ctx: Context,
  { twin, question }: { twin: TwinRow; question: string },
): Promise<Answer> {
  const found = await findPassages(ctx, { twinId: twin.id, query: question, limit: PASSAGES_READ });
  const startedMs = performance.now();
  const { confidence, ...quotation } = composeQuotation(twin, question, found);
  const composeMs = performance.now() - startedMs;
  return { ...quotation, trace: trace(question, found, { confidence, composeMs }) };
}

function trace(
  question: string,
  { passages, dropped, timingsMs }: FoundPassages,
  { confidence, composeMs }: { confidence: number; composeMs: number },
): AnswerTrace {
  return {
    question,
    writer: "quotation",
    confidence,
    candidates: passages.map(({ chunkId, sourceId, score, scores }) => ({
      chunkId,
      sourceId,
      score,
      scores,
    })),
    dropped: dropped.map(({ segmentId, ordinal, droppedBecause }) => ({
      segmentId,
      ordinal,
      because: droppedBecause,
    })),
    timingsMs: { ...timingsMs, compose: composeMs },
  };
}
