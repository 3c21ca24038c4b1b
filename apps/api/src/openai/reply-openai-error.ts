import { DomainError } from "@understudy/core/kernel/domain-error";
import type { Context } from "hono";
import { httpStatus, UNEXPECTED } from "../error-codes.ts";
import type { HttpEnv } from "../http/http-env.ts";
import { leaveUnread } from "../http/reply-error.ts";

interface Told {
  reason: string;
  message: string;
  status: number;
  /** The part of the input that is wrong, as a dotted path. */
  field?: string | null;
}

const TYPE_BY_STATUS: Record<number, string> = {
  401: "authentication_error",
  403: "permission_error",
  429: "rate_limit_error",
};

/** What the reason says in words that only these clients have. */
const HINTS: Record<string, string> = {
  "twin.not_found": " A model is a twin's handle: GET /v1/models lists those of this key.",
};

/** What was named in vain, where the reason says it. */
const FIELDS: Record<string, string> = { "twin.not_found": "model" };

/** OpenAI's clients read `type`, `code` and `param`; ours are the reason and the field. */
export function errorBody({ reason, message, status, field }: Told) {
  const type = TYPE_BY_STATUS[status] ?? (status >= 500 ? "server_error" : "invalid_request_error");
  const param = pathOf(field ?? FIELDS[reason]);
  return { error: { message: message + (HINTS[reason] ?? ""), type, code: reason, param } };
}

/** As OpenAI writes it: `messages[0].content`. */
function pathOf(field: string | undefined): string | null {
  return field?.replace(/\.(\d+)(?=\.|$)/g, "[$1]") ?? null;
}

export function replyOpenAiError(thrown: unknown, c: Context<HttpEnv>): Response {
  const error = c.get("request").refusalOf(thrown);
  if (error instanceof DomainError) {
    const status = httpStatus(error);
    leaveUnread(error, c);
    if (error.retryAfterSeconds !== null) c.header("retry-after", `${error.retryAfterSeconds}`);
    const { reason, message, field } = error;
    return c.json(errorBody({ reason, message, status, field }), status);
  }
  c.get("log").error({ err: error }, "unexpected error");
  return c.json(errorBody({ ...UNEXPECTED, status: 500 }), 500);
}
