import { findMessage } from "@understudy/db/queries/messages";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { notFound } from "../kernel/domain-error.ts";
import type { Message } from "./contract.ts";
import { readMessages } from "./read-message.ts";

/** An answer as it stands in the database, as whoever reads it may see it. */
export async function findAnswer(ctx: Context, tx: TenantTx, messageId: string): Promise<Message> {
  const row = await findMessage(tx, messageId);
  if (row?.role !== "assistant") throw notFound("message");
  const [message] = await readMessages(ctx, tx, [row]);
  return message!;
}
