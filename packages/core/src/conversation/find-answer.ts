import { findMessage } from "@understudy/db/queries/messages";
import type { TenantTx } from "@understudy/db/scope";
import { notFound } from "../kernel/domain-error.ts";
import type { Message } from "./contract.ts";
import { readMessages } from "./read-message.ts";

/** An answer as it stands in the database. */
export async function findAnswer(tx: TenantTx, messageId: string): Promise<Message> {
  const row = await findMessage(tx, messageId);
  if (row?.role !== "assistant") throw notFound("message");
  const [message] = await readMessages(tx, [row]);
  return message!;
}
