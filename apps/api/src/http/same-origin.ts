import { DomainError } from "@understudy/core/kernel/domain-error";
import { createMiddleware } from "hono/factory";
import type { HttpEnv } from "./http-env.ts";

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A browser names the site a request comes from; what a browser sends along by itself counts only
 * when that site is ours. A bearer credential is never sent along by itself, so it ignores Origin.
 */
export function sameOrigin(appOrigin: string) {
  return createMiddleware<HttpEnv>(async (c, next) => {
    const bearer = c.req.header("authorization") !== undefined;
    if (!READS.has(c.req.method) && !bearer && !isOurs(c.req.raw.headers, appOrigin)) {
      throw new DomainError(
        "forbidden",
        "request.cross_site",
        "This request came from another site.",
      );
    }
    await next();
  });
}

function isOurs(headers: Headers, appOrigin: string): boolean {
  const origin = headers.get("origin");
  if (origin === null) {
    const site = headers.get("sec-fetch-site");
    return site === null || site === "same-origin" || site === "none";
  }
  if (origin === appOrigin) return true;
  return URL.canParse(origin) && new URL(origin).host === headers.get("host");
}
