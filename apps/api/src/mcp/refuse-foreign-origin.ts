import { isIP } from "node:net";
import { DomainError } from "@understudy/core/kernel/domain-error";
import { createMiddleware } from "hono/factory";
import type { HttpEnv } from "../http/http-env.ts";

/**
 * The protocol asks a server to answer no page that it does not know, whatever key it shows: a page whose
 * name was made to point here (DNS rebinding) is at the address it calls, so that being there proves nothing
 * unless it stands there without a name. Programs name no origin.
 */
export function refuseForeignOrigin(known: readonly string[]) {
  return createMiddleware<HttpEnv>(async (c, next) => {
    const origin = c.req.header("origin");
    if (
      origin !== undefined &&
      !known.includes(origin) &&
      !isNamelessHere(origin, c.req.header("host"))
    ) {
      throw new DomainError(
        "forbidden",
        "request.foreign_origin",
        `Pages of ${origin} may not call this. CORS_ORIGINS names those that may.`,
      );
    }
    await next();
  });
}

/** The page came from the address that it calls, and no name server was asked for that. */
function isNamelessHere(origin: string, host: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const page = new URL(origin);
  const isNameless =
    page.hostname === "localhost" || isIP(page.hostname.replace(/^\[|\]$/g, "")) !== 0;
  return isNameless && page.host === host;
}
