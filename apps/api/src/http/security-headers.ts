import { createMiddleware } from "hono/factory";
import type { HttpEnv } from "./http-env.ts";

const TWO_YEARS_SECONDS = 63_072_000;
/** What is refused for now, not for good. */
const LATER = new Set([429, 503]);
const RETRY_AFTER_SECONDS = "5";
const API_POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What every reply carries; a route that serves pages or files brings its own policy and caching. */
export function securityHeaders({ https }: { https: boolean }) {
  return createMiddleware<HttpEnv>(async (c, next) => {
    await next();
    // A browser gives the page that it has kept the headers of this reply.
    if (c.res.status === 304) return;
    const { headers } = c.res;
    headers.set("x-content-type-options", "nosniff");
    headers.set("cross-origin-opener-policy", "same-origin");
    setUnlessSet(headers, "cross-origin-resource-policy", "same-origin");
    headers.append("vary", "Origin");
    setUnlessSet(headers, "referrer-policy", "strict-origin-when-cross-origin");
    setUnlessSet(headers, "content-security-policy", API_POLICY);
    if (isForNoFrame(headers)) headers.set("x-frame-options", "DENY");
    setUnlessSet(headers, "cache-control", "no-store");
    if (LATER.has(c.res.status)) setUnlessSet(headers, "retry-after", RETRY_AFTER_SECONDS);
    if (https) {
      headers.set("strict-transport-security", `max-age=${TWO_YEARS_SECONDS}; includeSubDomains`);
    }
  });
}

/** The older header knows no list of who may: where there is one, the policy alone says it. */
function isForNoFrame(headers: Headers): boolean {
  return !/frame-ancestors (?!'none')/.test(headers.get("content-security-policy") ?? "");
}

function setUnlessSet(headers: Headers, name: string, value: string): void {
  if (!headers.has(name)) headers.set(name, value);
}
