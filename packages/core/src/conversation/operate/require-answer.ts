import { findMessage, type MessageRow } from "@understudy/db/queries/messages";
import type { TenantTx } from "@understudy/db/scope";
import { notFound } from "../../kernel/domain-error.ts";
import { requireConversation } from "../conversations.ts";

/** An answer of a conversation that is there, and what was asked. */
export async function requireAnswer(
  tx: TenantTx,
  messageId: string,
): Promise<{ answer: MessageRow; question: string }> {
  const answer = await findMessage(tx, messageId);
  if (answer?.role !== "assistant") throw notFound("message");
  await requireConversation(tx, answer.conversationId);
  const question = answer.replyToId ? await findMessage(tx, answer.replyToId) : undefined;
  return { answer, question: question?.text ?? "" };
}
