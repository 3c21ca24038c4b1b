import { afterAll, beforeAll, expect, test } from "vitest";
import { postMessage } from "../testing/ask-twin.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";
import { makeTenantWorld, type TenantWorld } from "../testing/tenant-world.ts";
import { resultOf, sessionWith, type TestSession } from "../testing/test-session.ts";

const MESSAGE = "What does the Ada lighthouse look like?";
let isTooHigh = false;
let app: TestApp;
let world: TenantWorld;
let key: TestSession;
beforeAll(async () => {
  app = await startTestApp({}, { pressure: { isTooHigh: () => isTooHigh } });
  await app.work();
  world = await makeTenantWorld(app.url, "Ada");
  const made = await resultOf<{ key: string }>(
    world.owner.mutate("apiKey.create", { name: "busy", kind: "secret" }),
  );
  key = sessionWith(app.url, { authorization: `Bearer ${made.key}` });
});
afterAll(() => app[Symbol.asyncDispose]());

const completion = () =>
  key.send("/v1/chat/completions", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ model: world.handle, messages: [{ role: "user", content: MESSAGE }] }),
  });

async function expectBusy(reply: Response, reason: unknown) {
  expect(reply.status).toBe(503);
  expect(Number(reply.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
  expect(await reply.json()).toMatchObject({ error: reason });
}

test("a question that would wait too long is refused at each door, with a time to come again", async () => {
  const { id: conversationId } = await resultOf<{ id: string }>(
    world.owner.mutate("chat.start", { twinId: world.ids.twinId }),
  );
  isTooHigh = true;
  const ask = () => postMessage(world.owner, { conversationId, message: MESSAGE });
  await expectBusy(await ask(), { reason: "server.busy" });
  await expectBusy(await completion(), { code: "server.busy", type: "server_error" });
  const { messages } = await resultOf<{ messages: unknown[] }>(
    world.owner.query("conversation.get", { conversationId }),
  );
  expect(messages).toEqual([]);
  isTooHigh = false;
  const replies = [await ask(), await completion()];
  expect(replies.map(({ status }) => status)).toEqual([200, 200]);
  for (const reply of replies) await reply.text();
});

test("who would begin to ask is refused with them, and nothing is begun", async () => {
  const begun = async () => {
    const page = await resultOf<{ items: unknown[] }>(
      world.owner.query("conversation.list", { twinId: world.ids.twinId }),
    );
    return page.items.length;
  };
  const starts = [
    () => world.owner.mutate("chat.start", { twinId: world.ids.twinId }),
    () => sessionWith(app.url, {}).mutate("visitor.start", { via: { handle: world.handle } }),
  ];
  const before = await begun();
  isTooHigh = true;
  for (const start of starts) {
    await expectBusy(await start(), {
      data: { reason: "server.busy", code: "SERVICE_UNAVAILABLE" },
    });
  }
  isTooHigh = false;
  expect(await begun()).toBe(before);
  for (const start of starts) expect((await start()).status).toBe(200);
});
