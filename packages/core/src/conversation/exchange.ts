import { listCitations } from "@understudy/db/queries/citations";
import { findExchange, insertExchange, type MessageRow } from "@understudy/db/queries/messages";
import type { TwinRow } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { requireTwin } from "../twin/twins.ts";
import type { Message } from "./contract.ts";
import { requireConversation } from "./conversations.ts";
import { readMessage } from "./read-message.ts";

export interface Ask {
  conversationId: string;
  message: string;
  /** The same key with the same words gives the same answer again, and asks nothing twice. */
  idempotencyKey?: string;
}

/** A question and its answer, both stored; `settled` when this question was asked and answered before. */
export interface Exchange {
  twin: TwinRow;
  question: string;
  answerId: string;
  settled: Message | null;
}

export function openExchange(ctx: Context, ask: Ask): Promise<Exchange> {
  return ctx.transaction(async (tx) => {
    const conversation = await requireConversation(tx, ask.conversationId);
    const twin = await requireTwin(tx, conversation.twinId);
    const earlier = ask.idempotencyKey
      ? await findExchange(tx, { ...ask, idempotencyKey: ask.idempotencyKey })
      : undefined;
    if (earlier) return reopen(tx, { twin, ask, earlier });
    const answerId = await insertExchange(tx, { ...ask, twinId: twin.id });
    return { twin, question: ask.message, answerId, settled: null };
  });
}

async function reopen(
  tx: TenantTx,
  earlier: { twin: TwinRow; ask: Ask; earlier: { question: MessageRow; answer: MessageRow } },
): Promise<Exchange> {
  const { twin, ask } = earlier;
  const { question, answer } = earlier.earlier;
  if (question.text !== ask.message) {
    throw new DomainError(
      "conflict",
      "idempotency.other_body",
      "This key was used for other words.",
    );
  }
  if (answer.status === "pending" || answer.status === "streaming") {
    throw new DomainError("conflict", "message.in_progress", "This question is being answered.");
  }
  const settled = readMessage(answer, await listCitations(tx, [answer.id]));
  return { twin, question: question.text, answerId: answer.id, settled };
}
