import { DomainError } from "@understudy/core/kernel/domain-error";
import { createMiddleware } from "hono/factory";
import type { HttpEnv } from "./http-env.ts";
import { isOurOrigin } from "./standing.ts";
import { callsVisitorsOnly } from "./visitor-paths.ts";

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A browser names the site a request comes from; what a browser sends along by itself counts only
 * when that site is ours. A bearer credential is never sent along by itself, so it ignores Origin; and
 * where no cookie counts, nothing is sent along.
 */
export function sameOrigin(ownOrigins: readonly string[]) {
  return createMiddleware<HttpEnv>(async (c, next) => {
    const isSentOnPurpose =
      c.req.header("authorization") !== undefined || callsVisitorsOnly(c.req.path);
    if (!READS.has(c.req.method) && !isSentOnPurpose && !isOurs(c.req.raw.headers, ownOrigins)) {
      throw new DomainError(
        "forbidden",
        "request.cross_site",
        "This request came from another site.",
      );
    }
    await next();
  });
}

function isOurs(headers: Headers, ownOrigins: readonly string[]): boolean {
  const origin = headers.get("origin");
  if (origin === null) {
    const site = headers.get("sec-fetch-site");
    return site === null || site === "same-origin" || site === "none";
  }
  return isOurOrigin(headers, origin, ownOrigins);
}
