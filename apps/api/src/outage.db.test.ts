import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestApp, type TestApp } from "./testing/start-test-app.ts";
import { signUp, type TestSession } from "./testing/test-session.ts";

class ConnectionLost extends Error {
  readonly code = "ECONNREFUSED";
}

let app: TestApp;
let owner: TestSession;
beforeAll(async () => {
  app = await startTestApp();
  owner = await signUp(app.url, "Ada");
  app.resources.ports.status = () => Promise.reject(new ConnectionLost("10.0.0.7:5432"));
});
afterAll(() => app[Symbol.asyncDispose]());

it("tells an outage of the database as one, with when to come back and without where it is", async () => {
  const reply = await owner.query("status.get");
  const text = await reply.text();
  expect(reply.status).toBe(503);
  expect(reply.headers.get("retry-after")).toMatch(/^[1-9]$/);
  expect(text).toContain('"reason":"database.unavailable"');
  expect(text).not.toContain("10.0.0.7");
});

it("tells any other fault in general words, under the id that the logs know", async () => {
  app.resources.ports.status = () => Promise.reject(new Error("select secret from users"));
  const reply = await owner.query("status.get");
  const text = await reply.text();
  expect(reply.status).toBe(500);
  expect(text).toContain('"reason":"internal"');
  expect(text).toContain(reply.headers.get("x-correlation-id") ?? "none");
  expect(text).not.toContain("secret");
});
