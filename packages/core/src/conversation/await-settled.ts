import { setTimeout as delay } from "node:timers/promises";
import { listCitations } from "@understudy/db/queries/citations";
import { findMessage } from "@understudy/db/queries/messages";
import type { Context } from "../kernel/context.ts";
import { notFound } from "../kernel/domain-error.ts";
import type { Message } from "./contract.ts";
import { readMessage } from "./read-message.ts";

const LOOK_EVERY_MS = 150;

/** The answer once it has ended, in whichever process it is being written. */
export async function awaitSettled(ctx: Context, messageId: string): Promise<Message> {
  for (;;) {
    const message = await ctx.transaction(async (tx) => {
      const row = await findMessage(tx, messageId);
      if (!row) throw notFound("message");
      return readMessage(row, await listCitations(tx, [messageId]));
    });
    if (message.status !== "pending" && message.status !== "streaming") return message;
    await delay(LOOK_EVERY_MS, undefined, { signal: ctx.signal });
  }
}
