import { deleteMessageEvents } from "@understudy/db/queries/answer-runs";
import { insertCitations, listCitations } from "@understudy/db/queries/citations";
import { finishMessage } from "@understudy/db/queries/messages";
import type { AnswerCitation, AnswerOutcome } from "../answer/answer.ts";
import type { Context } from "../kernel/context.ts";
import type { Message } from "./contract.ts";
import type { Exchange } from "./exchange.ts";
import { readMessage } from "./read-message.ts";

export interface AnswerEnd {
  status: "complete" | "stopped" | "failed";
  reason: string | null;
  text: string;
  citations: readonly AnswerCitation[];
  /** Null where it broke before it could say. */
  outcome: AnswerOutcome | null;
}

/** Text, citations and trace are stored together with the one status the answer ends in. */
export function settleAnswer(ctx: Context, exchange: Exchange, end: AnswerEnd): Promise<Message> {
  const { answerId: messageId, twin } = exchange;
  const { failure: _, ...told } = end.outcome ?? { failure: null };
  return ctx.transaction(async (tx) => {
    await deleteMessageEvents(tx, messageId);
    const row = await finishMessage(tx, {
      ...told,
      messageId,
      status: end.status,
      text: end.text,
      ...(end.reason && { errorReason: end.reason }),
    });
    const isOurs = row.status === end.status && row.text === end.text;
    const { citations } = end;
    if (isOurs) await insertCitations(tx, { messageId, twinId: twin.id, citations });
    return readMessage(row, await listCitations(tx, [messageId]));
  });
}
