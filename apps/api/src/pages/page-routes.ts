import { openPage } from "@understudy/core/visitor/open-page";
import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import type { HttpEnv } from "../http/http-env.ts";
import { refuseUnknownRoute } from "../http/not-found.ts";
import { drawCard } from "./draw-card.ts";
import { pagePolicy } from "./page-policy.ts";
import { absentPage, lockedPage, visitorPage } from "./visitor-page.ts";

const NOBODY: readonly string[] = [];

/** The pages that visitors come to: of a twin, of a share link, and of a widget in a frame. */
export function pageRoutes({ publicUrl }: { publicUrl: string }) {
  const routes = new Hono<HttpEnv>();
  routes.use("/t/*", compress(), etag({ weak: true }));
  // What is not to be listed says so itself, which only who may read it learns.
  routes.get("/robots.txt", (c) => c.text("User-agent: *\nAllow: /\n"));
  routes.get("/t/:handle", async (c) => {
    const handle = c.req.param("handle");
    const page = await openPage(c.get("request").door(), { handle });
    c.header("cache-control", "no-cache");
    c.header("content-security-policy", pagePolicy({ ...page?.face.theme, framedBy: NOBODY }));
    if (!page) return c.html(absentPage(), 404);
    if (!page.isIndexed) c.header("x-robots-tag", "noindex");
    return c.html(visitorPage({ page, via: { handle }, url: `${publicUrl}/t/${handle}` }));
  });
  routes.get("/t/:handle/card.png", async (c) => {
    const page = await openPage(c.get("request").door(), { handle: c.req.param("handle") });
    if (!page) refuseUnknownRoute();
    c.header("cache-control", "public, max-age=3600");
    c.header("content-type", "image/png");
    c.header("cross-origin-resource-policy", "cross-origin");
    return c.body(drawCard(page.face.theme.accent));
  });
  routes.get("/s/:slug", async (c) => {
    const shareSlug = c.req.param("slug");
    const page = await openPage(c.get("request").door(), { shareSlug });
    c.header("content-security-policy", pagePolicy({ ...page?.face.theme, framedBy: NOBODY }));
    keepQuiet(c);
    if (!page) return c.html(lockedPage(shareSlug), 404);
    const url = `${publicUrl}/s/${shareSlug}`;
    return c.html(visitorPage({ page, via: { share: shareSlug }, url }));
  });
  routes.get("/embed/:key", async (c) => {
    const key = c.req.param("key");
    const page = await openPage(c.get("request").door(), { publishableKey: key });
    const framedBy = page?.allowedOrigins ?? NOBODY;
    c.header("content-security-policy", pagePolicy({ ...page?.face.theme, framedBy }));
    keepQuiet(c);
    if (!page) return c.html(absentPage(), 404);
    const url = `${publicUrl}/embed/${key}`;
    return c.html(visitorPage({ page, via: { key }, url, isEmbedded: true }));
  });
  return routes;
}

/** Its address is what lets people in: neither caches, nor search engines, nor sites that it links to learn it. */
function keepQuiet(c: Context<HttpEnv>): void {
  c.header("cache-control", "no-store");
  c.header("referrer-policy", "no-referrer");
  c.header("x-robots-tag", "noindex");
}
