import type { WebhookEvent } from "@understudy/core/webhook/contract";
import { EVENTS } from "./event-words.ts";
import type { WebhookDraft } from "./webhook-form.tsx";

/** As it is sent: events that are no more are left out. */
export function asGiven({ events, ...draft }: WebhookDraft) {
  const known: readonly string[] = EVENTS;
  return { ...draft, events: events.filter((each): each is WebhookEvent => known.includes(each)) };
}
