import { DomainError } from "@understudy/core/kernel/domain-error";
import { stopNotices } from "@understudy/core/notice/stop-notices";
import { type Context, Hono } from "hono";
import type { HttpEnv } from "../http/http-env.ts";
import { pagePolicy } from "./page-policy.ts";
import { unknownLinkPage } from "./plain-page.ts";
import { stopNoticesPage, stoppedNoticesPage } from "./stop-notices-page.ts";

/**
 * Where a mail to a member says that no more of its kind is wanted. The link only shows a button, as mail
 * scanners follow links; the button, and a mail program's own (RFC 8058), posts.
 */
export function stopNoticesRoutes() {
  const routes = new Hono<HttpEnv>();
  const act = async (c: Context<HttpEnv, "/no-more-notices/:token">, isMeant: boolean) => {
    c.header("content-security-policy", pagePolicy({ framedBy: [] }));
    c.header("cache-control", "no-store");
    c.header("referrer-policy", "no-referrer");
    c.header("x-robots-tag", "noindex");
    try {
      const token = c.req.param("token");
      const about = await stopNotices.run(c.get("request").door(), { token, isMeant });
      return c.html(isMeant ? stoppedNoticesPage(about) : stopNoticesPage(about));
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "not_found") throw error;
      return c.html(unknownLinkPage(), 404);
    }
  };
  routes.get("/no-more-notices/:token", (c) => act(c, false));
  routes.post("/no-more-notices/:token", (c) => act(c, true));
  return routes;
}
