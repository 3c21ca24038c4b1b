export type ErrorCode =
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "invalid"
  | "conflict"
  | "limit_exceeded"
  | "unavailable";

/**
 * A refusal the caller can act on; everything else that is thrown is a bug or an outage.
 * `reason` is a stable dotted key (`source.too_large`), `message` says it in English.
 */
export class DomainError extends Error {
  override readonly name = "DomainError";
  readonly code: ErrorCode;
  readonly reason: string;
  /** When the same may be asked again. */
  readonly retryAfterSeconds: number | null;
  /** The part of the input that is wrong, as a dotted path. */
  readonly field: string | null;

  constructor(
    code: ErrorCode,
    reason: string,
    message?: string,
    {
      retryAfterSeconds = null,
      field = null,
    }: { retryAfterSeconds?: number | null; field?: string | null } = {},
  ) {
    super(message ?? reason);
    this.code = code;
    this.reason = reason;
    this.retryAfterSeconds = retryAfterSeconds;
    this.field = field;
  }
}

/** Absent and not-yours look the same. */
export function notFound(noun: string): DomainError {
  return new DomainError("not_found", `${noun}.not_found`, `There is no such ${noun}.`);
}
