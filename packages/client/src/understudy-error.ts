import { TRPCClientError } from "@trpc/client";
import type { AppRouter } from "@understudy/api/router";

interface Told {
  status: number;
  reason: string;
  message: string;
  correlationId: string | null;
  retryAfterSeconds?: number | undefined;
  cause?: Error | undefined;
}

/** A refusal or a fault of the instance, whichever way it was called. */
export class UnderstudyError extends TRPCClientError<AppRouter> {
  override readonly name = "UnderstudyError";
  /** 0: nothing answered. */
  readonly status: number;
  /** A stable key, such as `twin.not_found`; `unknown` where something in between answered. */
  readonly reason: string;
  /** Names the call in the instance's logs. */
  readonly correlationId: string | null;
  /** When it is worth to come again. */
  readonly retryAfterSeconds: number | null;

  constructor({ status, reason, message, correlationId, retryAfterSeconds, cause }: Told) {
    super(message, { ...(cause && { cause }) });
    // tRPC's own constructor makes every heir its own.
    Object.setPrototypeOf(this, UnderstudyError.prototype);
    this.status = status;
    this.reason = reason;
    this.correlationId = correlationId;
    this.retryAfterSeconds = retryAfterSeconds ?? null;
  }
}

/** What a procedure threw, under its reason. */
export function nameError(error: TRPCClientError<AppRouter>): UnderstudyError {
  if (error instanceof UnderstudyError) return error;
  const { data, message } = error;
  return new UnderstudyError({
    status: data?.httpStatus ?? 0,
    reason: data?.reason ?? "unknown",
    message,
    correlationId: data?.correlationId ?? null,
    retryAfterSeconds: data?.retryAfterSeconds,
    cause: error,
  });
}
