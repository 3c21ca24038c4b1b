import type { AnswerOutcome } from "../answer/answer.ts";
import { answerQuestion } from "../answer/answer-question.ts";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { type AnswerDraft, createAnswerDraft } from "./answer-draft.ts";
import type { AnswerRun } from "./answer-run.ts";
import type { Exchange } from "./exchange.ts";
import { keepDraft } from "./keep-draft.ts";
import { type AnswerEnd, settleAnswer } from "./settle-answer.ts";
import { Abandoned, ProcessStopping, StopRequested } from "./why-stopped.ts";

/** Makes an answer to its one end, whatever happens; never rejects. */
export async function runAnswer(ctx: Context, run: AnswerRun): Promise<void> {
  const { exchange, live } = run;
  const draft = createAnswerDraft(exchange.answerId, live);
  const keeping = keepDraft(ctx, run, draft);
  try {
    const end = await makeAnswer(ctx, exchange, draft);
    await keeping.finish();
    draft.end(await settleAnswer(ctx, exchange, { ...end, ...draft.said }));
  } catch (error) {
    ctx.log.error({ err: error, messageId: exchange.answerId }, "an answer could not be stored");
    await keeping.finish();
    draft.fail("answer.not_stored", ctx.correlationId);
  } finally {
    live.close();
  }
}

type Made = Pick<AnswerEnd, "status" | "reason" | "outcome">;

async function makeAnswer(ctx: Context, exchange: Exchange, draft: AnswerDraft): Promise<Made> {
  try {
    const outcome = await collect(ctx, exchange, draft);
    const { failure: reason } = outcome;
    return reason
      ? { status: "failed", reason, outcome }
      : { status: "complete", reason: null, outcome };
  } catch (error) {
    return { ...endOf(ctx, exchange, error), outcome: draft.begun };
  }
}

async function collect(
  ctx: Context,
  exchange: Exchange,
  draft: AnswerDraft,
): Promise<AnswerOutcome> {
  const pieces = answerQuestion(ctx, exchange);
  for (;;) {
    const next = await pieces.next();
    if (next.done) return next.value;
    draft.add(next.value);
  }
}

function endOf(
  ctx: Context,
  exchange: Exchange,
  error: unknown,
): { status: "stopped" | "failed"; reason: string | null } {
  const cause = ctx.signal.aborted ? ctx.signal.reason : error;
  if (cause instanceof StopRequested) return { status: "stopped", reason: null };
  if (cause instanceof Abandoned) return { status: "stopped", reason: "answer.abandoned" };
  if (cause instanceof ProcessStopping) return { status: "failed", reason: "answer.interrupted" };
  if (cause instanceof DomainError) return { status: "failed", reason: cause.reason };
  ctx.log.error({ err: error, messageId: exchange.answerId }, "an answer broke");
  return { status: "failed", reason: "answer.broken" };
}
