import { z } from "zod";

/** `reason` is a stable key such as `source.encrypted`; `message` says what a person can do. */
export const Failure = z.object({ reason: z.string(), message: z.string() });

/** How a row holds it: both, or neither. */
interface FailureColumns {
  failureReason: string | null;
  failureMessage: string | null;
}

export function readFailure({ failureReason: reason, failureMessage: message }: FailureColumns): {
  failure?: z.infer<typeof Failure>;
} {
  return reason ? { failure: { reason, message: message ?? reason } } : {};
}
