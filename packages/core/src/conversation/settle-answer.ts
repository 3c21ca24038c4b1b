import { insertCitations, listCitations } from "@understudy/db/queries/citations";
import { finishMessage } from "@understudy/db/queries/messages";
import type { Answer } from "../answer/answer.ts";
import type { Context } from "../kernel/context.ts";
import type { Message } from "./contract.ts";
import type { Exchange } from "./exchange.ts";
import { readMessage } from "./read-message.ts";

/** Text, citations and trace are stored together with the one status the answer ends in. */
export function settleAnswer(ctx: Context, exchange: Exchange, answer: Answer): Promise<Message> {
  return ctx.transaction(async (tx) => {
    const messageId = exchange.answerId;
    await insertCitations(tx, {
      messageId,
      twinId: exchange.twin.id,
      citations: answer.citations,
    });
    const row = await finishMessage(tx, {
      messageId,
      status: "complete",
      text: answer.text,
      answered: answer.answered,
      trace: answer.trace,
    });
    return readMessage(row, await listCitations(tx, [messageId]));
  });
}

export async function failAnswer(ctx: Context, exchange: Exchange, reason: string): Promise<void> {
  await ctx.transaction((tx) =>
    finishMessage(tx, { messageId: exchange.answerId, status: "failed", errorReason: reason }),
  );
}
