import { type DeliveryRow, saveOutcome } from "@understudy/db/queries/deliveries";
import { noteArrived, noteNotArrived, type WebhookRow } from "@understudy/db/queries/webhooks";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { requestDelivery } from "./announce.ts";
import type { DeliveryAttempt } from "./contract.ts";
import { secondsToNext } from "./retry-schedule.ts";

export interface Tried {
  attempt: DeliveryAttempt;
  text: string | null;
  retryAfter: string | null;
}

const STOP_AFTER_SECONDS = 5 * 24 * 3_600;
/** The receiver says that there is nobody any more. */
const GONE = 410;

interface Attempted {
  webhook: WebhookRow;
  delivery: DeliveryRow;
  /** The how-manieth, from 1. */
  attempt: number;
  tried: Tried;
}

/** Joins the attempt's transaction: delivered, tried again later, or given up; one that fails for days is switched off. */
export async function settleAttempt(
  ctx: Context,
  tx: TenantTx,
  { webhook, delivery, attempt, tried }: Attempted,
): Promise<"delivered" | "waiting" | "failed"> {
  const { status } = tried.attempt;
  const isDelivered = status !== null && status >= 200 && status < 300;
  const { retryAfter } = tried;
  const retryAfterSeconds =
    isDelivered || status === GONE
      ? null
      : secondsToNext(attempt, { retryAfter, random: Math.random() });
  const outcome = isDelivered ? "delivered" : retryAfterSeconds === null ? "failed" : "waiting";
  await saveOutcome(tx, delivery.id, {
    status: outcome,
    attempt: tried.attempt,
    responseStatus: status,
    responseText: tried.text,
    retryAfterSeconds,
  });
  if (isDelivered) {
    if (webhook.failingSince) await noteArrived(tx, webhook.id);
    return outcome;
  }
  const isStopped = await noteNotArrived(tx, {
    webhookId: webhook.id,
    stopAfterSeconds: status === GONE ? 0 : STOP_AFTER_SECONDS,
  });
  if (isStopped) {
    await ctx.audit(tx, {
      action: "webhook.stop",
      subjectKind: "webhook",
      subjectId: webhook.id,
      details: { status },
    });
  }
  if (retryAfterSeconds !== null) {
    const { id: deliveryId, twinId } = delivery;
    const next = { deliveryId, twinId, attempt: attempt + 1, delaySeconds: retryAfterSeconds };
    await requestDelivery(tx, next);
  }
  return outcome;
}
