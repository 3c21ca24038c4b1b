import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";
import { makeTenantWorld, type TenantWorld } from "../testing/tenant-world.ts";

let app: TestApp;
/** The same program, begun once there was a studio to serve. */
let pages: TestApp;
let world: TenantWorld;
beforeAll(async () => {
  app = await startTestApp();
  await app.work();
  world = await makeTenantWorld(app.url, "Ada");
  const studio = join(app.resources.env.DATA_DIR, "studio");
  mkdirSync(join(studio, "assets"), { recursive: true });
  writeFileSync(join(studio, "index.html"), "<!doctype html><title>Studio</title>");
  writeFileSync(join(studio, "assets/main-1.js"), "export {};");
  pages = await startTestApp({}, { beside: app });
});
afterAll(async () => {
  await pages[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

const json = { "content-type": "application/json" };
const post = (path: string, body: unknown) =>
  world.owner.send(path, { method: "POST", headers: json, body: JSON.stringify(body) });

/** One of each kind of reply there is, and whether it holds what is somebody's own. */
const replies: [string, boolean, () => Promise<Response>][] = [
  ["a page", false, () => fetch(`${pages.url}/`)],
  ["a page at any address", false, () => fetch(`${pages.url}/twins/x?y=%0d%0ax:1`)],
  ["an asset", false, () => fetch(`${pages.url}/assets/main-1.js`)],
  ["health", false, () => fetch(`${app.url}/healthz`)],
  ["a query", true, () => world.owner.query("tenant.get")],
  ["a mutation", true, () => world.owner.mutate("chat.start", { twinId: world.ids.twinId })],
  ["a batch", true, () => world.owner.send("/trpc/tenant.get,twin.list?batch=1&input={}", {})],
  ["who is signed in", true, () => world.owner.send("/api/auth/get-session", {})],
  ["a download", true, () => world.owner.send(`/api/sources/${world.ids.sourceId}/file`, {})],
  ["models", true, () => world.owner.send("/v1/models", {})],
  [
    "an answer",
    true,
    () =>
      post("/api/messages", {
        conversationId: world.ids.conversationId,
        message: "Is the Ada lighthouse striped?",
      }),
  ],
  ["a preflight", false, () => fetch(`${app.url}/trpc/twin.list`, { method: "OPTIONS" })],
  ["no right", true, () => fetch(`${app.url}/trpc/twin.list`)],
  ["no such thing", true, () => world.owner.send("/api/nothing", {})],
  ["no such method", true, () => world.owner.query("twin.create", { name: "x" })],
  ["a wrong body", true, () => post("/api/messages", null)],
  ["bad JSON", true, () => world.owner.send("/trpc/twin.create", { method: "POST", body: "{" })],
];

it("gives pages as pages", async () => {
  const page = await fetch(`${pages.url}/`);
  expect(page.headers.get("content-type")).toContain("text/html");
  expect(page.headers.get("content-security-policy")).toContain("object-src 'none'");
  // A client of MCP that is refused looks here for a way to sign in, and would take a page for one.
  const signIn = await fetch(`${pages.url}/.well-known/oauth-protected-resource/mcp`);
  expect([signIn.status, await signIn.json()]).toMatchObject([
    404,
    { error: { reason: "route.not_found" } },
  ]);
});

describe.each(replies)("%s", (_, isOwn, ask) => {
  it("carries what keeps a browser from being misled", async () => {
    const { headers, body } = await ask();
    await body?.cancel();
    const policy = headers.get("content-security-policy") ?? "";
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toMatch(
      /^(no-referrer|strict-origin-when-cross-origin)$/,
    );
    expect(policy).toMatch(/default-src '(none|self)'/);
    expect(policy).toMatch(/base-uri 'none'|^sandbox;/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*('unsafe-inline'|'unsafe-eval'|\*|data:|http:)/);
    expect(headers.get("vary")).toContain("Origin");
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("server")).toBeNull();
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("x")).toBeNull();
    if (isOwn) expect(headers.get("cache-control")).toContain("no-store");
  });
});

it("says that it is to be reached by https only, where it is", async () => {
  const secure = { APP_URL: "https://twins.example" };
  await using behindTls = await startTestApp(secure, { beside: app });
  const told = async ({ url }: TestApp) =>
    (await fetch(`${url}/healthz`)).headers.get("strict-transport-security");
  expect(await told(behindTls)).toMatch(/max-age=(\d{8,})/);
  expect(await told(app)).toBeNull();
});
