import { listDeliveries, redeliver, sendTestEvent } from "@understudy/core/webhook/deliveries";
import {
  createWebhook,
  listWebhooks,
  removeWebhook,
  rotateWebhookSecret,
  updateWebhook,
} from "@understudy/core/webhook/webhooks";
import { mutation, query, router } from "../trpc.ts";

export const webhookRouter = router({
  create: mutation(createWebhook),
  list: query(listWebhooks),
  update: mutation(updateWebhook),
  rotateSecret: mutation(rotateWebhookSecret),
  remove: mutation(removeWebhook),
  deliveries: query(listDeliveries),
  redeliver: mutation(redeliver),
  sendTest: mutation(sendTestEvent),
});
