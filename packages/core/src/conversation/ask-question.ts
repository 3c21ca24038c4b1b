import { answerQuestion } from "../answer/answer-question.ts";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { authorize } from "../kernel/use-case.ts";
import type { AnswerEvent, Message } from "./contract.ts";
import { type Ask, type Exchange, openExchange } from "./exchange.ts";
import { failAnswer, settleAnswer } from "./settle-answer.ts";

type Unnumbered = DistributiveOmit<AnswerEvent, "sequence" | "messageId">;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/**
 * Asks in a conversation and yields the answer as it becomes known. Both messages are stored before
 * the first event; the last event is `done` or `error`, and the stored answer has ended by then.
 * Throws a DomainError before the first event when the question itself is refused.
 */
export async function* askQuestion(ctx: Context, ask: Ask): AsyncGenerator<AnswerEvent> {
  await authorize(ctx, "twin.ask");
  const exchange = await openExchange(ctx, ask);
  const events = exchange.settled ? replay(exchange.settled) : answer(ctx, exchange);
  let sequence = 0;
  for await (const event of events) {
    sequence += 1;
    yield { ...event, sequence, messageId: exchange.answerId };
  }
}

/** Stored before it is sent: a caller who leaves in between loses nothing. */
async function* answer(ctx: Context, exchange: Exchange): AsyncGenerator<Unnumbered> {
  try {
    yield* replay(await settleAnswer(ctx, exchange, await answerQuestion(ctx, exchange)));
  } catch (error) {
    ctx.log.error({ err: error, messageId: exchange.answerId }, "an answer broke");
    const reason = error instanceof DomainError ? error.reason : "answer.broken";
    await failAnswer(ctx, exchange, reason);
    yield { type: "error", reason, correlationId: ctx.correlationId };
  }
}

async function* replay(message: Message): AsyncGenerator<Unnumbered> {
  yield { type: "delta", text: message.text };
  for (const citation of message.citations) yield { type: "citation", citation };
  yield { type: "done", message };
}
