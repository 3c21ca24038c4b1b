import { isServedOrigin } from "@understudy/core/widget/is-served-origin";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { HttpEnv } from "./http-env.ts";
import { replyError } from "./reply-error.ts";
import { isOurOrigin } from "./standing.ts";
import { isForVisitors } from "./visitor-paths.ts";

/** Each official client sends some of its own (`x-stainless-…`, `mcp-…`); the star leaves out only the credential. */
const ALLOWED_HEADERS =
  "authorization, content-type, idempotency-key, last-event-id, x-correlation-id, *";
const EXPOSED_HEADERS = "x-correlation-id, x-message-id, x-request-id, mcp-session-id, retry-after";
const PREFLIGHT_SECONDS = "600";

/** It cannot be said just now; its cause is why. */
class Unknown extends Error {
  override readonly name = "Unknown";
}

/**
 * Exact origins of the operator's list may call with a key of their own, and those of any widget what is
 * for visitors; which widget's is judged when its key is shown. A page of which that cannot be said now
 * is told so: with a reply that it may not read, it would believe to be refused. Cookies never cross origins.
 */
export function crossOrigin(origins: readonly string[], ownOrigins: readonly string[]) {
  const isAllowed = async (origin: string, c: Context<HttpEnv>): Promise<boolean | Unknown> => {
    if (origins.includes(origin)) return true;
    // A browser asks nothing of a page's own site, and every message of the studio comes here.
    if (isOurOrigin(c.req.raw.headers, origin, ownOrigins)) return false;
    if (!isForVisitors(c.req.path)) return false;
    return isServedOrigin(c.get("request").door(), origin).catch(
      (cause: unknown) => new Unknown("whether it is served", { cause }),
    );
  };
  return createMiddleware<HttpEnv>(async (c, next) => {
    const origin = c.req.header("origin");
    const allowed = origin !== undefined && (await isAllowed(origin, c));
    const preflight =
      c.req.method === "OPTIONS" && c.req.header("access-control-request-method") !== undefined;
    if (preflight) c.res = new Response(null, { status: 204 });
    else if (allowed instanceof Unknown) c.res = replyError(allowed.cause, c);
    else await next();
    if (!allowed || c.get("request").isMisplaced) return;
    c.res.headers.set("access-control-allow-origin", origin);
    c.res.headers.set("access-control-expose-headers", EXPOSED_HEADERS);
    if (!preflight) return;
    c.res.headers.set("access-control-allow-methods", "GET, POST");
    c.res.headers.set("access-control-allow-headers", ALLOWED_HEADERS);
    c.res.headers.set("access-control-max-age", allowed === true ? PREFLIGHT_SECONDS : "0");
  });
}
