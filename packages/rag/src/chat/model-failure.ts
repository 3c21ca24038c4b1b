export type ModelFailureReason =
  | "model.unreachable"
  | "model.timed_out"
  | "model.rate_limited"
  | "model.refused_key"
  | "model.refused_request"
  | "model.malformed"
  | "model.cut_off"
  | "model.overloaded"
  /** Not the provider's: what may be spent is spent. */
  | "model.over_budget"
  /** Not the provider's: rules forbid to call it. */
  | "model.forbidden";

/** A provider's call that failed; the message never holds the provider's own words nor the prompt's. */
export class ModelFailure extends Error {
  override readonly name = "ModelFailure";
  readonly reason: ModelFailureReason;
  /** When the provider, or the circuit breaker, may be asked again. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    reason: ModelFailureReason,
    message: string,
    { retryAfterSeconds, cause }: { retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.reason = reason;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
