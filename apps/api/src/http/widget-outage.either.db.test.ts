import { openTestDatabase } from "@understudy/db/testing/open-test-database";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";

const SHOP = "https://shop.example";
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  const away = await openTestDatabase();
  await away.close();
  app.resources.db = away;
});
afterAll(() => app[Symbol.asyncDispose]());

const enter = (method: string, path = "/trpc/visitor.start", more = {}) =>
  fetch(app.url + path, {
    method,
    headers: { origin: SHOP, "content-type": "application/json", ...more },
    ...(method === "POST" && { body: '{"via":{"publishableKey":"us_pk_x"}}' }),
  });

it("lets a widget's page read that its chat is away, while nobody can say whether it is one", async () => {
  const reply = await enter("POST");
  expect(reply.status).toBeGreaterThanOrEqual(500);
  expect(reply.headers.get("access-control-allow-origin")).toBe(SHOP);
  expect(await reply.text()).not.toContain("us_pk_x");
});

it("lets it ask first, and lets no browser remember that", async () => {
  const asked = { "access-control-request-method": "POST" };
  const { status, headers } = await enter("OPTIONS", undefined, asked);
  expect(status).toBe(204);
  expect(headers.get("access-control-allow-origin")).toBe(SHOP);
  expect(headers.get("access-control-max-age")).toBe("0");
});

it("lets it read nothing that is not for visitors", async () => {
  const reply = await enter("POST", "/trpc/twin.create");
  expect(reply.headers.get("access-control-allow-origin")).toBeNull();
});
