import type { DomainError, ErrorCode } from "@understudy/core/kernel/domain-error";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** The one table from a refusal to what each transport says. */
const TRANSPORT = {
  unauthenticated: { status: 401, trpc: "UNAUTHORIZED" },
  forbidden: { status: 403, trpc: "FORBIDDEN" },
  not_found: { status: 404, trpc: "NOT_FOUND" },
  invalid: { status: 400, trpc: "BAD_REQUEST" },
  conflict: { status: 409, trpc: "CONFLICT" },
  limit_exceeded: { status: 429, trpc: "TOO_MANY_REQUESTS" },
  unavailable: { status: 503, trpc: "SERVICE_UNAVAILABLE" },
} as const satisfies Record<ErrorCode, { status: ContentfulStatusCode; trpc: string }>;

/** Refusals whose HTTP status says more than their code. */
const STATUS_BY_REASON: Record<string, ContentfulStatusCode> = {
  "source.too_large": 413,
  "input.too_large": 413,
  "input.unsupported_media_type": 415,
  "storage.full": 507,
};

export function httpStatus(error: DomainError): ContentfulStatusCode {
  return STATUS_BY_REASON[error.reason] ?? TRANSPORT[error.code].status;
}

export function trpcCode(error: DomainError) {
  return TRANSPORT[error.code].trpc;
}

export const UNEXPECTED = {
  reason: "internal",
  message: "Something went wrong here. The correlation id names it in the logs.",
} as const;
