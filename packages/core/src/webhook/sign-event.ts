import { randomBytes } from "node:crypto";
import { Webhook as StandardWebhook } from "standardwebhooks";

const SECRET_BYTES = 32;

/** As Standard Webhooks writes keys. */
export function makeWebhookSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString("base64")}`;
}

/** The headers of the Standard Webhooks specification, for these bytes at this time. */
export function signEvent(
  secret: string,
  { eventId, body, at }: { eventId: string; body: string; at: Date },
): Record<string, string> {
  return {
    "webhook-id": eventId,
    "webhook-timestamp": `${Math.floor(at.getTime() / 1_000)}`,
    "webhook-signature": new StandardWebhook(secret).sign(eventId, at, body),
  };
}
