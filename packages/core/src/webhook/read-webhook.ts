import { findWebhook, type WebhookRow } from "@understudy/db/queries/webhooks";
import type { TenantTx } from "@understudy/db/scope";
import { notFound } from "../kernel/domain-error.ts";
import type { Webhook } from "./contract.ts";

export async function requireWebhook(tx: TenantTx, webhookId: string): Promise<WebhookRow> {
  const row = await findWebhook(tx, webhookId);
  if (!row) throw notFound("webhook");
  return row;
}

/** An allow-list: the secret is never among it. */
export function readWebhook(row: WebhookRow): Webhook {
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    events: row.events,
    twinIds: row.twinIds,
    isOn: row.isOn,
    failingSince: row.failingSince?.toISOString() ?? null,
    stoppedAt: row.stoppedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
