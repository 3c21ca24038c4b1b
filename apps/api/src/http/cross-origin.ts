import { createMiddleware } from "hono/factory";
import type { HttpEnv } from "./http-env.ts";

const ALLOWED_HEADERS = "authorization, content-type, idempotency-key, x-correlation-id";
const EXPOSED_HEADERS = "x-correlation-id, x-message-id, retry-after";
const PREFLIGHT_SECONDS = "600";

/** Exact origins of the operator's list may call with a key of their own; cookies never cross origins. */
export function crossOrigin(origins: readonly string[]) {
  return createMiddleware<HttpEnv>(async (c, next) => {
    const origin = c.req.header("origin");
    const allowed = origin !== undefined && origins.includes(origin);
    const preflight =
      c.req.method === "OPTIONS" && c.req.header("access-control-request-method") !== undefined;
    if (preflight) c.res = new Response(null, { status: 204 });
    else await next();
    if (!allowed) return;
    c.res.headers.set("access-control-allow-origin", origin);
    c.res.headers.set("access-control-expose-headers", EXPOSED_HEADERS);
    if (!preflight) return;
    c.res.headers.set("access-control-allow-methods", "GET, POST");
    c.res.headers.set("access-control-allow-headers", ALLOWED_HEADERS);
    c.res.headers.set("access-control-max-age", PREFLIGHT_SECONDS);
  });
}
