import { newId } from "@understudy/db/new-id";
import { insertDeliveries, listWebhooksFor } from "@understudy/db/queries/deliveries";
import type { TwinWeek } from "@understudy/db/queries/digest";
import { insertJob } from "@understudy/db/queries/jobs";
import type { TenantTx } from "@understudy/db/scope";
import { noteForMembers } from "../notice/note-for-members.ts";
import { TEST_EVENT, type WebhookEvent } from "./contract.ts";
import { webhookDelivery } from "./webhook-delivery.ts";

/** What each event says beside `twinId`: ids and figures, never what people wrote or who they are. */
interface Said {
  "message.answered": { conversationId: string; messageId: string; channel: string };
  "message.unanswered": { conversationId: string; messageId: string; channel: string };
  "feedback.given": { conversationId: string; messageId: string; rating: string };
  "lead.captured": { visitorId: string };
  "source.live": { sourceId: string };
  "source.failed": { sourceId: string; reason: string };
  "source.stale": { sourceId: string; because: string };
  "digest.weekly": Omit<TwinWeek, "twinId" | "name">;
  "quality.regressed": { runId: string; regressed: number };
  "release.published": { releaseId: string; number: number };
  "budget.nearly_spent": { subjectId: string; spentShare: number };
  "verification.proven": { verificationId: string; domain: string; method: string };
  "verification.revoked": { verificationId: string; domain: string; reason: "revoked" | "lost" };
}

export interface Event<Type extends WebhookEvent> {
  type: Type;
  /** Null: about the whole tenant. */
  twinId: string | null;
  data: Said[Type];
}

/** Joins the transaction of the change: members and whoever listens are told of what was committed, and of nothing else. */
export async function announce<Type extends WebhookEvent>(
  tx: TenantTx,
  { type, twinId, data }: Event<Type>,
): Promise<void> {
  await noteForMembers(tx, { type, twinId, data });
  const { webhookIds, at } = await listWebhooksFor(tx, { type, twinId });
  if (webhookIds.length === 0) return;
  await deliver(tx, webhookIds, { type, twinId, at, data: { twinId, ...data } });
}

/** To this one, whatever it listens to. Gives the delivery's id. */
export async function announceTest(tx: TenantTx, webhookId: string): Promise<string> {
  const data = { webhookId };
  const at = new Date();
  const [deliveryId] = await deliver(tx, [webhookId], { type: TEST_EVENT, twinId: null, at, data });
  return deliveryId!;
}

async function deliver(
  tx: TenantTx,
  webhookIds: readonly string[],
  event: { type: string; twinId: string | null; at: Date; data: object },
): Promise<string[]> {
  const { type, twinId, at, data } = event;
  const body = JSON.stringify({ type, timestamp: at.toISOString(), data });
  const ids = await insertDeliveries(tx, webhookIds, { eventId: newId(), type, twinId, body });
  for (const deliveryId of ids) await requestDelivery(tx, { deliveryId, twinId });
  return ids;
}

/** Asks for one attempt; each asks for the next where it fails. */
export async function requestDelivery(
  tx: TenantTx,
  request: { deliveryId: string; twinId: string | null; attempt?: number; delaySeconds?: number },
): Promise<void> {
  const { deliveryId, twinId, attempt = 1, delaySeconds = 0 } = request;
  const { kind, maxAttempts } = webhookDelivery;
  const payload = { deliveryId, attempt };
  await insertJob(tx, { kind, maxAttempts, payload, subjectId: deliveryId, twinId, delaySeconds });
}
