import { DomainError } from "../kernel/domain-error.ts";

export function otherInput(): DomainError {
  return new DomainError(
    "conflict",
    "idempotency.other_body",
    "This key was used for other words.",
  );
}

export function inProgress(): DomainError {
  const message = "The first request under this key is still being worked on.";
  return new DomainError("conflict", "idempotency.in_progress", message, { retryAfterSeconds: 2 });
}

/** The one before was cut off in the middle: whether to go on is for a person to see. */
export function unfinished(): DomainError {
  return new DomainError(
    "conflict",
    "idempotency.unfinished",
    "The first request under this key was cut off half-way. Look at what is there, then ask under another key.",
  );
}

export function superseded(): DomainError {
  const message = "A later request under this key has taken over.";
  return new DomainError("conflict", "idempotency.superseded", message);
}
