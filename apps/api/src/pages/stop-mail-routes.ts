import { stopMail } from "@understudy/core/follow-up/stop-mail";
import { DomainError } from "@understudy/core/kernel/domain-error";
import { type Context, Hono } from "hono";
import type { HttpEnv } from "../http/http-env.ts";
import { pagePolicy } from "./page-policy.ts";
import { unknownLinkPage } from "./plain-page.ts";
import { stopMailPage, stoppedMailPage } from "./stop-mail-page.ts";

/** Where a mail says that no more is wanted: the link only shows the button, as mail scanners follow links. */
export function stopMailRoutes() {
  const routes = new Hono<HttpEnv>();
  const act = async (c: Context<HttpEnv, "/no-more-mail/:token">, isMeant: boolean) => {
    c.header("content-security-policy", pagePolicy({ framedBy: [] }));
    c.header("cache-control", "no-store");
    c.header("referrer-policy", "no-referrer");
    c.header("x-robots-tag", "noindex");
    try {
      const token = c.req.param("token");
      const about = await stopMail.run(c.get("request").door(), { token, isMeant });
      return c.html(isMeant ? stoppedMailPage(about) : stopMailPage(about));
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "not_found") throw error;
      return c.html(unknownLinkPage(), 404);
    }
  };
  routes.get("/no-more-mail/:token", (c) => act(c, false));
  routes.post("/no-more-mail/:token", (c) => act(c, true));
  return routes;
}
