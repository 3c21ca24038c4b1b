import { DomainError } from "@understudy/core/kernel/domain-error";
import type { Context } from "hono";
import { httpStatus, UNEXPECTED } from "../error-codes.ts";
import type { HttpEnv } from "./http-env.ts";
import { replyTrpcError } from "./reply-trpc-error.ts";

/** The shape of a refusal on plain HTTP routes; a fault is logged here, once, and told in general words. */
export function replyError(thrown: unknown, c: Context<HttpEnv>): Response {
  const error = c.get("request").refusalOf(thrown);
  const correlationId = c.get("correlationId");
  if (error instanceof DomainError) {
    const { reason, message, field } = error;
    leaveUnread(error, c);
    if (error.retryAfterSeconds !== null) c.header("retry-after", `${error.retryAfterSeconds}`);
    if (isTrpc(c)) return replyTrpcError(error, httpStatus(error), c);
    const told = { reason, message, ...(field !== null && { field }), correlationId };
    return c.json({ error: told }, httpStatus(error));
  }
  c.get("log").error({ err: error }, "unexpected error");
  if (isTrpc(c)) return replyTrpcError(error, 500, c);
  return c.json({ error: { ...UNEXPECTED, correlationId } }, 500);
}

function isTrpc(c: Context<HttpEnv>): boolean {
  return c.req.path.startsWith("/trpc/");
}

/** The rest of a body that is too long is never read, so its connection serves nothing else. */
export function leaveUnread(error: DomainError, c: Context<HttpEnv>): void {
  if (httpStatus(error) === 413) c.header("connection", "close");
}
