import type { Context } from "../kernel/context.ts";
import { authorize } from "../kernel/use-case.ts";
import { admitQuestion } from "../visitor/admit-question.ts";
import type { AnswerEvent } from "./contract.ts";
import { type Ask, openExchange } from "./exchange.ts";
import { followOwn } from "./follow-answer.ts";
import { permissionToAsk } from "./permission-to-ask.ts";
import { runAnswer } from "./run-answer.ts";

/**
 * Asks in a conversation and yields the answer as it becomes known, what came together at once. Both messages are stored before
 * the first event; the last event is `done` or `error`, and the stored answer has ended by then. The
 * answer is made without the caller: one who leaves can follow it again by its message id.
 * Throws a DomainError before the first event when the question itself is refused.
 */
export async function* askQuestion(ctx: Context, ask: Ask): AsyncGenerator<readonly AnswerEvent[]> {
  await authorize(ctx, permissionToAsk(ctx.actor));
  if (ctx.actor.kind === "visitor") await admitQuestion(ctx, ctx.actor);
  const exchange = await openExchange(ctx, ask);
  const { answerId: messageId } = exchange;
  if (exchange.isNew) {
    ctx.ports.answerRuns.start(messageId, (making) =>
      runAnswer(ctx.forMaking(making.stop.signal), { ...making, exchange }),
    );
  }
  yield* followOwn(ctx, { messageId, after: 0 });
}
