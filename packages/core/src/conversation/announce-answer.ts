import type { MessageRow } from "@understudy/db/queries/messages";
import type { TenantTx } from "@understudy/db/scope";
import { announce } from "../webhook/announce.ts";
import type { Exchange } from "./exchange.ts";

interface Ended {
  message: MessageRow;
  channel: Exchange["channel"];
  /** Nothing answered it, and its owner is asked. */
  isOpen: boolean;
}

/** What was stopped, failed or refused by the twin's boundaries is told to nobody. */
export async function announceAnswer(
  tx: TenantTx,
  { message, channel, isOpen }: Ended,
): Promise<void> {
  const isAnswered = message.status === "complete" && message.answered === true;
  if (!isAnswered && !isOpen) return;
  const { id: messageId, conversationId, twinId } = message;
  const type = isOpen ? "message.unanswered" : "message.answered";
  await announce(tx, { type, twinId, data: { conversationId, messageId, channel } });
}
