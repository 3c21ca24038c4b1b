import type { WebhookEvent } from "@understudy/core/webhook/contract";

/** An event without words does not compile. */
export const EVENT_WORDS: Record<WebhookEvent, string> = {
  "message.answered": "A question was answered",
  "message.unanswered": "A question found no answer",
  "feedback.given": "A visitor rated an answer",
  "lead.captured": "A visitor left an e-mail",
  "source.live": "A source went live",
  "source.failed": "A source failed",
  "source.stale": "A source has grown old",
  "quality.regressed": "A quality test that passed fails",
  "release.published": "A release was published",
  "budget.nearly_spent": "A budget is 80 % spent",
  "verification.proven": "A domain was proven",
  "verification.revoked": "A domain is not proven any more",
  "digest.weekly": "A week is over: its figures",
};

export const EVENTS = Object.keys(EVENT_WORDS) as WebhookEvent[];
