import { createHash } from "node:crypto";
import { findConversation, insertConversationOnce } from "@understudy/db/queries/conversations";
import type { Actor } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { notFound } from "../kernel/domain-error.ts";
import { authorize } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import type { Conversation } from "./contract.ts";
import { readConversation } from "./read-conversation.ts";

/**
 * The conversation that a caller opened with this key, opened now if it is new: a call that is sent
 * again, even at the same time and to another process, finds the one its question was asked in.
 */
export async function openKeyedChat(
  ctx: Context,
  { twinId, idempotencyKey }: { twinId: string; idempotencyKey: string },
): Promise<Conversation> {
  await authorize(ctx, "twin.ask");
  const id = idOf(ctx.actor, twinId, idempotencyKey);
  return ctx.transaction(async (tx) => {
    await requireTwin(tx, twinId);
    const userId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
    const channel = ctx.actor.kind === "user" ? "studio" : "api";
    await insertConversationOnce(tx, { id, twinId, channel, userId });
    const row = await findConversation(tx, id);
    if (!row) throw notFound("conversation");
    return readConversation(row);
  });
}

/** A UUID of version 8 (RFC 9562): made of who asks and what they call it, and of nothing else. */
function idOf(actor: Actor, twinId: string, idempotencyKey: string): string {
  const caller =
    actor.kind === "user" ? actor.userId : actor.kind === "api_key" ? actor.apiKeyId : actor.kind;
  const parts = JSON.stringify([actor.tenantId, caller, twinId, idempotencyKey]);
  const bytes = createHash("sha256").update(parts).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
