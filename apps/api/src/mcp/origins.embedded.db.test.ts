import { request } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";
import { makeTenantWorld } from "../testing/tenant-world.ts";
import { resultOf } from "../testing/test-session.ts";

const OWN = "https://twins.example";
const TOOLS = "https://tools.example";
let app: TestApp;
let key: string;
beforeAll(async () => {
  app = await startTestApp({ APP_URL: OWN, CORS_ORIGINS: TOOLS });
  await app.work();
  const world = await makeTenantWorld(app.url, "Ada");
  const created = world.owner.mutate("apiKey.create", { name: "mcp", kind: "secret" });
  key = (await resultOf<{ key: string }>(created)).key;
});
afterAll(() => app[Symbol.asyncDispose]());

/** As it comes over the wire: `fetch` would not let a test say at which host it believes to be. */
function listTools(headers: Record<string, string>): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  const sent = request(`${app.url}/mcp`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      ...headers,
    },
  });
  sent.once("error", reject);
  sent.once("response", (reply) => {
    reply.resume();
    resolve(reply.statusCode);
  });
  sent.end(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" }));
  return promise;
}

it.each([
  ["a program, which names none", {}],
  ["our own page", { origin: OWN }],
  ["a page that the operator lists", { origin: TOOLS }],
  ["our page at a bare address", { origin: "http://192.168.1.5:3000", host: "192.168.1.5:3000" }],
  ["our page on this machine", { origin: "http://localhost:3000", host: "localhost:3000" }],
  ["our page on this machine, in IPv6", { origin: "http://[::1]:3000", host: "[::1]:3000" }],
])("answers %s", async (_, headers) => {
  expect(await listTools(headers)).toBe(200);
});

it.each([
  ["of a stranger", { origin: "https://evil.example" }],
  ["of a widget's page, whose key opens nothing here", { origin: "https://Ada.example" }],
  ["without a place", { origin: "null" }],
  [
    "under a name that was made to point here",
    { origin: "http://evil.example:3000", host: "evil.example:3000" },
  ],
  ["at another bare address", { origin: "http://192.168.1.6:3000", host: "192.168.1.5:3000" }],
  [
    "of another program on this machine",
    { origin: "http://localhost:8000", host: "localhost:3000" },
  ],
])("refuses a page %s, though it has the key", async (_, headers) => {
  expect(await listTools(headers)).toBe(403);
});

it("lets a page of the list send what the official clients send", async () => {
  const asked = await fetch(`${app.url}/mcp`, {
    method: "OPTIONS",
    headers: {
      origin: TOOLS,
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization,mcp-protocol-version,x-stainless-os",
    },
  });
  expect(asked.headers.get("access-control-allow-headers")).toMatch(/^authorization,.* \*$/);
});
