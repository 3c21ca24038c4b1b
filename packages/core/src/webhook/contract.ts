import { DELIVERY_STATUSES } from "@understudy/db/column-values";
import { z } from "zod";
import { Id, Timestamp } from "../kernel/ids.ts";
import { PageInput, pageOf } from "../kernel/page.ts";

/** What a webhook can be told of; what each says is in `announce.ts`. */
export const WEBHOOK_EVENTS = [
  "message.answered",
  "message.unanswered",
  "feedback.given",
  "lead.captured",
  "source.live",
  "source.failed",
  "source.stale",
  "quality.regressed",
  "release.published",
  "budget.nearly_spent",
  "verification.proven",
  "verification.revoked",
  "digest.weekly",
] as const;
export const WebhookEvent = z.enum(WEBHOOK_EVENTS);
export type WebhookEvent = z.infer<typeof WebhookEvent>;
/** Sent when somebody asks for it, and to nobody else. */
export const TEST_EVENT = "webhook.test";

const Name = z.string().trim().max(80);
const Address = z.string().trim().min(1).max(2_000);
const Events = z.array(WebhookEvent).min(1, "Choose at least one event.");
const TwinIds = z.array(Id).min(1).max(100).nullable();

export const Webhook = z.object({
  id: Id,
  name: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  /** Null: of all twins. */
  twinIds: z.array(Id).nullable(),
  isOn: z.boolean(),
  /** Since when nothing has arrived; null: all is well. */
  failingSince: Timestamp.nullable(),
  /** When it was switched off because nothing had arrived for days. */
  stoppedAt: Timestamp.nullable(),
  createdAt: Timestamp,
});
export type Webhook = z.infer<typeof Webhook>;

export const CreateWebhookInput = z.object({
  url: Address,
  events: Events,
  name: Name.default(""),
  twinIds: TwinIds.default(null),
});
/** `secret` is shown this once: the key of the Standard Webhooks signature. */
export const CreatedWebhook = Webhook.extend({ secret: z.string() });

export const WebhookRef = z.object({ webhookId: Id });
export const UpdateWebhookInput = WebhookRef.extend({
  name: Name.optional(),
  url: Address.optional(),
  events: Events.optional(),
  twinIds: TwinIds.optional(),
  isOn: z.boolean().optional(),
});
/** Another address gets another secret, shown this once; null: the one there was stays. */
export const UpdatedWebhook = Webhook.extend({ secret: z.string().nullable() });

export const ListWebhooksInput = PageInput;
export const WebhookPage = pageOf(Webhook);

export const DeliveryAttempt = z.object({
  at: Timestamp,
  durationMs: z.int(),
  /** What was answered; null: nothing was. */
  status: z.int().nullable(),
  /** Why nothing was answered. */
  reason: z.string().nullable(),
});
export type DeliveryAttempt = z.infer<typeof DeliveryAttempt>;

export const Delivery = z.object({
  id: Id,
  webhookId: Id,
  twinId: Id.nullable(),
  /** The `webhook-id` that it was sent under, however often. */
  eventId: z.string(),
  type: z.string(),
  status: z.enum(DELIVERY_STATUSES),
  /** What was sent, byte by byte. */
  body: z.string(),
  attempts: z.array(DeliveryAttempt),
  responseStatus: z.int().nullable(),
  /** How the last answer begins. */
  responseText: z.string().nullable(),
  nextAttemptAt: Timestamp.nullable(),
  endedAt: Timestamp.nullable(),
  createdAt: Timestamp,
});
export type Delivery = z.infer<typeof Delivery>;

export const ListDeliveriesInput = PageInput.extend({
  webhookId: Id,
  status: z.enum(DELIVERY_STATUSES).optional(),
});
export const DeliveryPage = pageOf(Delivery);
export const DeliveryRef = z.object({ deliveryId: Id });
