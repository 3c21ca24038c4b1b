import { DomainError } from "@understudy/core/kernel/domain-error";

const IDEMPOTENCY_KEY = /^[\x21-\x7E]{1,255}$/;

/** A request that is sent again under the same key is the same request. */
export function readIdempotencyKey(key: string | undefined): string | undefined {
  if (key === undefined || IDEMPOTENCY_KEY.test(key)) return key;
  throw new DomainError("invalid", "idempotency.invalid_key", "Send a key of 1 to 255 characters.");
}
