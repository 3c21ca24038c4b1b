import * as queries from "@understudy/db/queries/deliveries";
import type { WebhookRow } from "@understudy/db/queries/webhooks";
import { z } from "zod";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { requireAllTwins, useCase } from "../kernel/use-case.ts";
import { announceTest, requestDelivery } from "./announce.ts";
import {
  Delivery,
  DeliveryAttempt,
  DeliveryPage,
  DeliveryRef,
  ListDeliveriesInput,
  WebhookRef,
} from "./contract.ts";
import { requireWebhook } from "./read-webhook.ts";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);
const Attempts = z.array(DeliveryAttempt);

/** The newest first. */
export const listDeliveries = useCase({
  permission: "webhook.read",
  input: ListDeliveriesInput,
  output: DeliveryPage,
  run: async (ctx, { cursor, limit, ...filter }) => {
    requireAllTwins(ctx);
    const after = cursor === undefined ? null : decodeCursor(cursor, Position);
    return ctx.transaction(async (tx) => {
      await requireWebhook(tx, filter.webhookId);
      const rows = await queries.listDeliveries(tx, { ...filter, after, limit: limit + 1 });
      const position = (row: queries.DeliveryRow) => [row.createdAt.toISOString(), row.id];
      return toPage(rows, limit, { read: readDelivery, position });
    });
  },
});

/** The same event under the same id, now, and with new attempts where it fails. */
export const redeliver = useCase({
  permission: "webhook.write",
  input: DeliveryRef,
  output: Delivery,
  run: async (ctx, { deliveryId }) => {
    requireAllTwins(ctx);
    return ctx.transaction(async (tx) => {
      const delivery = await queries.findDelivery(tx, deliveryId);
      if (!delivery) throw notFound("delivery");
      requireOn(await requireWebhook(tx, delivery.webhookId));
      if (delivery.status === "waiting" && delivery.attempts.length === 0) {
        throw new DomainError("conflict", "webhook.under_way", "It is being delivered already.");
      }
      const row = await queries.reviveDelivery(tx, deliveryId);
      await requestDelivery(tx, { deliveryId, twinId: row.twinId });
      const details = { deliveryId };
      const subject = { subjectKind: "webhook", subjectId: row.webhookId };
      await ctx.audit(tx, { action: "webhook.redeliver", ...subject, details });
      return readDelivery(row);
    });
  },
});

/** An event that means nothing, to see whether it arrives. */
export const sendTestEvent = useCase({
  permission: "webhook.write",
  input: WebhookRef,
  output: Delivery,
  run: async (ctx, { webhookId }) => {
    requireAllTwins(ctx);
    return ctx.transaction(async (tx) => {
      requireOn(await requireWebhook(tx, webhookId));
      const deliveryId = await announceTest(tx, webhookId);
      await ctx.audit(tx, {
        action: "webhook.sendTest",
        subjectKind: "webhook",
        subjectId: webhookId,
      });
      return readDelivery((await queries.findDelivery(tx, deliveryId))!);
    });
  },
});

function requireOn({ isOn }: WebhookRow): void {
  if (isOn) return;
  throw new DomainError("conflict", "webhook.is_off", "This webhook is off. Switch it on first.");
}

function readDelivery({ attempts, ...row }: queries.DeliveryRow): Delivery {
  return {
    ...row,
    attempts: Attempts.parse(attempts),
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
