import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import type { HttpEnv } from "./http-env.ts";

const NONCE_MARK = "__CSP_NONCE__";
/** Binds the worker that draws PDFs: it fetches fonts and compiles its image decoders. */
const ASSET_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const A_YEAR = "public, max-age=31536000, immutable";

/** The built studio: hashed assets for ever, its one page for every other address. */
export function serveStudio(distDir: string) {
  const routes = new Hono<HttpEnv>();
  if (!existsSync(distDir)) {
    return routes.get("*", (c) => c.text("The studio has not been built.", 404));
  }
  routes.get(
    "/assets/*",
    async (c, next) => {
      await next();
      if (!c.res.ok) return;
      c.header("cache-control", A_YEAR);
      c.header("content-security-policy", ASSET_POLICY);
      // Also of what went out plain: caches in between must ask again for who reads it compressed.
      c.header("vary", "Accept-Encoding");
    },
    // The `.br` and `.gz` that the build leaves beside each asset.
    serveStatic({ root: distDir, precompressed: true }),
    (c) => c.notFound(),
  );
  routes.get("/:file{[a-z0-9-]+\\.(svg|png|ico|txt|webmanifest)}", serveStatic({ root: distDir }));
  routes.get("*", async (c) => {
    const page = await readFile(join(distDir, "index.html"), "utf8");
    const nonce = randomBytes(16).toString("base64");
    c.header("content-security-policy", studioPolicy(nonce));
    c.header("cache-control", "no-cache");
    return c.html(page.replaceAll(NONCE_MARK, nonce));
  });
  return routes;
}

/** The nonce is for the style elements that the studio's overlays add at run time. */
function studioPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
