import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import { createMiddleware } from "hono/factory";
import type { HttpEnv } from "../http/http-env.ts";
import { refuseUnknownRoute } from "../http/not-found.ts";
import { launcherLook } from "./launcher-look.ts";

/** Where the build leaves room for a widget's own launcher. */
const LAUNCHER = "/*launcher*/{}";
const SOON = "public, max-age=300, must-revalidate";
const A_YEAR = "public, max-age=31536000, immutable";

/** The widget's build: the one script that other sites name, and its hashed parts below `/widget/`. */
export function widgetRoutes(distDir: string) {
  const routes = new Hono<HttpEnv>();
  routes.use("/widget.js", forEverySite, compress(), etag({ weak: true }));
  routes.get("/widget.js", async (c) => {
    const path = join(distDir, "widget.js");
    if (!existsSync(path)) refuseUnknownRoute();
    c.header("cache-control", SOON);
    c.header("content-type", "text/javascript; charset=utf-8");
    const script = await readFile(path, "utf8");
    const look = await launcherLook(c);
    return c.body(script.replace(LAUNCHER, () => look));
  });
  const root = join(distDir, "assets");
  if (!existsSync(root)) return routes.get("/widget/*", refuseUnknownRoute);
  routes.use("/widget/*", forEverySite, async (c, next) => {
    await next();
    if (c.res.ok) c.header("cache-control", A_YEAR);
  });
  const rewriteRequestPath = (path: string) => path.slice("/widget".length);
  routes.get(
    "/widget/*",
    serveStatic({ root, precompressed: true, rewriteRequestPath }),
    refuseUnknownRoute,
  );
  return routes;
}

/** It holds nothing of anyone: every page may load it. */
const forEverySite = createMiddleware<HttpEnv>(async (c, next) => {
  await next();
  c.header("access-control-allow-origin", "*");
  c.header("cross-origin-resource-policy", "cross-origin");
});
