import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { serveStudio } from "./serve-studio.ts";

const dist = mkdtempSync(join(tmpdir(), "understudy-studio-"));
mkdirSync(join(dist, "assets"));
writeFileSync(join(dist, "index.html"), "<!doctype html>");
writeFileSync(join(dist, "assets/a-1.js"), "plain");
writeFileSync(join(dist, "assets/a-1.js.br"), "brotli");
writeFileSync(join(dist, "assets/a-1.js.gz"), "gzip");
afterAll(() => rmSync(dist, { recursive: true }));

test.each([
  ["gzip, deflate, br, zstd", "br", "brotli"],
  ["gzip", "gzip", "gzip"],
  ["", null, "plain"],
])("gives an asset to who accepts %j", async (accepted, encoding, body) => {
  const reply = await serveStudio(dist).request("/assets/a-1.js", {
    headers: { "accept-encoding": accepted },
  });
  expect(await reply.text()).toBe(body);
  expect(reply.headers.get("content-encoding")).toBe(encoding);
  expect(reply.headers.get("content-type")).toMatch(/javascript/);
  expect(reply.headers.get("vary")).toBe("Accept-Encoding");
  expect(reply.headers.get("cache-control")).toContain("immutable");
  // A worker has the policy of its own script: this one draws PDFs, and decodes their images.
  expect(reply.headers.get("content-security-policy")).toContain("'self' 'wasm-unsafe-eval'");
});
