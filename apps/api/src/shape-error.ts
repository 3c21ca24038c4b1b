import type { TRPCDefaultErrorShape, TRPCError } from "@trpc/server";
import { DomainError } from "@understudy/core/kernel/domain-error";
import { issueReason } from "@understudy/core/kernel/issue-reason";
import { ZodError } from "zod";
import { UNEXPECTED } from "./error-codes.ts";
import type { ErrorShape } from "./seen-by-callers.ts";

interface Explained {
  reason: string;
  message: string;
  /** The first part of the input that was wrong. */
  field?: string;
  retryAfterSeconds?: number;
}

/** What a caller is told: never a stack, a statement, a path or another system's words. */
export function shapeError(
  shape: TRPCDefaultErrorShape,
  error: TRPCError,
  correlationId: string | undefined,
): ErrorShape {
  const { message, ...explained } = explain(error);
  const { code, httpStatus, path } = shape.data;
  return {
    code: shape.code,
    message,
    data: { code, httpStatus, path, correlationId: correlationId ?? null, ...explained },
  };
}

function explain({ code, cause }: TRPCError): Explained {
  if (cause instanceof DomainError) return explainRefusal(cause);
  switch (code) {
    case "BAD_REQUEST":
    case "PARSE_ERROR":
      return explainInput(cause);
    case "NOT_FOUND":
      return { reason: "procedure.not_found", message: "There is no such procedure." };
    case "METHOD_NOT_SUPPORTED":
      return { reason: "procedure.method", message: "This procedure is called another way." };
    case "UNSUPPORTED_MEDIA_TYPE":
      return { reason: "input.unsupported_media_type", message: "Send application/json." };
    case "PAYLOAD_TOO_LARGE":
      return { reason: "input.too_large", message: "This request is too large." };
    default:
      return UNEXPECTED;
  }
}

function explainRefusal({ reason, message, field, retryAfterSeconds }: DomainError): Explained {
  return {
    reason,
    message,
    ...(field !== null && { field }),
    ...(retryAfterSeconds !== null && { retryAfterSeconds }),
  };
}

export function explainInput(cause: unknown): Explained {
  const issue = cause instanceof ZodError ? cause.issues[0] : undefined;
  if (!issue) return { reason: "input.invalid", message: "This request could not be read." };
  const field = issue.path.map(String).join(".");
  return { reason: issueReason(issue), message: issue.message, ...(field && { field }) };
}
