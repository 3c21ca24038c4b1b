import { isServedOrigin } from "@understudy/core/widget/is-served-origin";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { HttpEnv } from "./http-env.ts";
import { isOurOrigin } from "./standing.ts";
import { isForVisitors } from "./visitor-paths.ts";

/** Each official client sends some of its own (`x-stainless-…`, `mcp-…`); the star leaves out only the credential. */
const ALLOWED_HEADERS =
  "authorization, content-type, idempotency-key, last-event-id, x-correlation-id, *";
const EXPOSED_HEADERS = "x-correlation-id, x-message-id, x-request-id, mcp-session-id, retry-after";
const PREFLIGHT_SECONDS = "600";

/**
 * Exact origins of the operator's list may call with a key of their own, and those of any widget what is
 * for visitors; which widget's is judged when its key is shown. Cookies never cross origins.
 */
export function crossOrigin(origins: readonly string[], ownOrigins: readonly string[]) {
  const isAllowed = async (origin: string, c: Context<HttpEnv>) => {
    if (origins.includes(origin)) return true;
    // A browser asks nothing of a page's own site, and every message of the studio comes here.
    if (isOurOrigin(c.req.raw.headers, origin, ownOrigins)) return false;
    return isForVisitors(c.req.path) && isServedOrigin(c.get("request").door(), origin);
  };
  return createMiddleware<HttpEnv>(async (c, next) => {
    const origin = c.req.header("origin");
    const allowed = origin !== undefined && (await isAllowed(origin, c));
    const preflight =
      c.req.method === "OPTIONS" && c.req.header("access-control-request-method") !== undefined;
    if (preflight) c.res = new Response(null, { status: 204 });
    else await next();
    if (!allowed || c.get("request").isMisplaced) return;
    c.res.headers.set("access-control-allow-origin", origin);
    c.res.headers.set("access-control-expose-headers", EXPOSED_HEADERS);
    if (!preflight) return;
    c.res.headers.set("access-control-allow-methods", "GET, POST");
    c.res.headers.set("access-control-allow-headers", ALLOWED_HEADERS);
    c.res.headers.set("access-control-max-age", PREFLIGHT_SECONDS);
  });
}
