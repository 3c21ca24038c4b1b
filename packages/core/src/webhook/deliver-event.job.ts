import { type DeliveryRow, findDelivery, saveOutcome } from "@understudy/db/queries/deliveries";
import { findWebhook, type WebhookRow } from "@understudy/db/queries/webhooks";
import { DomainError } from "../kernel/domain-error.ts";
import { defineJob, type JobContext } from "../kernel/job.ts";
import type { DeliveryAttempt } from "./contract.ts";
import { settleAttempt, type Tried } from "./settle-attempt.ts";
import { signEvent } from "./sign-event.ts";
import { webhookDelivery } from "./webhook-delivery.ts";

const KEPT_OF_ANSWER_BYTES = 4_096;

/** Sends what is still to be delivered, once. Sent twice after a crash it has the same `webhook-id`. */
export const deliverEvent = defineJob({
  ...webhookDelivery,
  run: async (ctx, { deliveryId, attempt }) => {
    const found = await findDue(ctx, deliveryId);
    if (!found) return ctx.note("info", "There is nothing to deliver any more.");
    const { delivery, webhook } = found;
    if (!webhook.isOn) {
      const dropped = { status: "dropped", attempt: null, retryAfterSeconds: null } as const;
      return ctx.fenced((tx) => saveOutcome(tx, deliveryId, dropped));
    }
    const tried = await send(ctx, webhook, delivery);
    const outcome = await ctx.fenced((tx) =>
      settleAttempt(ctx, tx, { webhook, delivery, attempt, tried }),
    );
    await ctx.conclude({ outcome, status: tried.attempt.status, reason: tried.attempt.reason });
  },
  gaveUp: (tx, { deliveryId }) =>
    saveOutcome(tx, deliveryId, { status: "failed", attempt: null, retryAfterSeconds: null }),
});

function findDue(ctx: JobContext, deliveryId: string) {
  return ctx.transaction(async (tx) => {
    const delivery = await findDelivery(tx, deliveryId);
    const webhook = delivery && (await findWebhook(tx, delivery.webhookId));
    return webhook && delivery.status === "waiting" ? { delivery, webhook } : null;
  });
}

/** The address is judged anew each time: a name may have come to mean another machine. */
async function send(
  ctx: JobContext,
  webhook: WebhookRow,
  { eventId, body }: DeliveryRow,
): Promise<Tried> {
  const at = new Date();
  const startedMs = performance.now();
  const attemptOf = (status: number | null, reason: string | null): DeliveryAttempt => {
    const durationMs = Math.round(performance.now() - startedMs);
    return { at: at.toISOString(), durationMs, status, reason };
  };
  const headers = signEvent(ctx.ports.vault.open(webhook.secret), { eventId, body, at });
  try {
    const { status, text, retryAfter } = await ctx.ports.egress.post(webhook.url, {
      signal: ctx.signal,
      headers,
      body: { text: body, mediaType: "application/json" },
      maxBytes: KEPT_OF_ANSWER_BYTES,
    });
    return { attempt: attemptOf(status, null), text: storable(text), retryAfter };
  } catch (error) {
    if (ctx.signal.aborted || !(error instanceof DomainError)) throw error;
    return { attempt: attemptOf(null, error.reason), text: null, retryAfter: null };
  }
}

/** PostgreSQL keeps every character but this one. */
function storable(text: string): string {
  return text.replaceAll("\0", "");
}
