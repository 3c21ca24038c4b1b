import { countLinkMessage } from "@understudy/db/queries/share-links";
import type { TenantTx } from "@understudy/db/scope";
import type { VisitorActor } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { ratesOfAsking } from "./visitor-rates.ts";

/** Before anything is looked up or spent for a visitor's question. */
export async function admitQuestion(ctx: Context, actor: VisitorActor): Promise<void> {
  if (actor.leadMissing) {
    throw new DomainError("forbidden", "visitor.lead_required", "Say who you are before you ask.");
  }
  await ctx.limit(ratesOfAsking(actor, ctx.ipAddress));
}

/** In the transaction that keeps a new question: its link counts it, or has no room for it. */
export async function countInLink(tx: TenantTx, { shareLinkId }: VisitorActor): Promise<void> {
  if (shareLinkId === null || (await countLinkMessage(tx, shareLinkId))) return;
  throw new DomainError(
    "limit_exceeded",
    "shareLink.messages_spent",
    "As much has been asked through this link as may be.",
    { retryAfterSeconds: 3_600 },
  );
}
