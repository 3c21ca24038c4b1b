import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import type { HttpEnv } from "../http/http-env.ts";

const SCRIPT = "/widget-preview.js";
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Preview</title></head><body><script src="${SCRIPT}"></script></body></html>`;
/** An origin of its own that can call nothing: whatever the chat asks, the studio around it answers. */
const POLICY = [
  "sandbox allow-scripts allow-popups",
  "default-src 'none'",
  "script-src 'self'",
  "img-src 'self' data: https:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

/** The frame in which the studio shows the real widget before it is saved. */
export function previewRoutes(distDir: string) {
  const routes = new Hono<HttpEnv>();
  routes.get("/widget-preview", (c) => {
    c.header("content-security-policy", POLICY);
    c.header("cache-control", "no-cache");
    return c.html(PAGE);
  });
  routes.get(
    SCRIPT,
    async (c, next) => {
      await next();
      c.header("cache-control", "no-cache");
      c.header("cross-origin-resource-policy", "cross-origin");
    },
    serveStatic({ path: join(distDir, "preview.js") }),
  );
  return routes;
}
