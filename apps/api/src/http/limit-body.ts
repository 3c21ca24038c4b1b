import { DomainError } from "@understudy/core/kernel/domain-error";
import { bodyLimit } from "hono/body-limit";

export const JSON_BODY_BYTES = 1_048_576;

/** Refuses a longer body while it arrives. */
export function limitBody(maxBytes: number) {
  return bodyLimit({
    maxSize: maxBytes,
    onError: () => {
      throw new DomainError("limit_exceeded", "input.too_large", "This request is too large.");
    },
  });
}
