import type { TRPCError } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { DomainError } from "@understudy/core/kernel/domain-error";
import { Hono } from "hono";
import { appRouter } from "../router.ts";
import type { HttpEnv } from "./http-env.ts";
import { JSON_BODY_BYTES, limitBody } from "./limit-body.ts";
import { refuseSubscription } from "./refuse-subscription.ts";

const MAX_BATCH = 20;

export function trpcRoute() {
  const route = new Hono<HttpEnv>();
  route.use("/trpc/*", limitBody(JSON_BODY_BYTES));
  route.all("/trpc/*", async (c) => {
    if (c.req.method === "POST" && !isJson(c.req.header("content-type"))) {
      throw new DomainError("invalid", "input.unsupported_media_type", "Send application/json.");
    }
    if (c.req.path.split(",").length > MAX_BATCH) {
      throw new DomainError(
        "invalid",
        "input.too_many",
        `Call up to ${MAX_BATCH} procedures at once.`,
      );
    }
    const request = c.get("request");
    const refusal = await refuseSubscription(c);
    if (refusal) return refusal;
    return fetchRequestHandler({
      endpoint: "/trpc",
      req: c.req.raw,
      router: appRouter,
      createContext: () => request,
      maxBatchSize: MAX_BATCH,
      responseMeta: ({ errors }) => ({ headers: retryAfter(errors) }),
      onError: ({ error, path }) => {
        if (error.code !== "INTERNAL_SERVER_ERROR") return;
        request.log.error({ err: error.cause ?? error, procedure: path }, "procedure failed");
      },
    });
  });
  return route;
}

/** Of several calls in one request, the one that has to wait longest. */
function retryAfter(errors: readonly TRPCError[]): Record<string, string> {
  const waits = errors.map(({ cause }) =>
    cause instanceof DomainError ? cause.retryAfterSeconds : 0,
  );
  const longest = Math.max(0, ...waits.map(Number));
  return longest > 0 ? { "retry-after": `${longest}` } : {};
}

function isJson(contentType: string | undefined): boolean {
  return contentType?.split(";")[0]?.trim().toLowerCase() === "application/json";
}
