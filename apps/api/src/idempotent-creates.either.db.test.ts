import { afterAll, beforeAll, expect, test } from "vitest";
import { procedures } from "./testing/procedures.ts";
import { startTestApp, type TestApp } from "./testing/start-test-app.ts";
import { sampleInput } from "./testing/tenant-world.ts";
import { resultOf, sessionWith, signUp, type TestSession } from "./testing/test-session.ts";

let app: TestApp;
let second: TestApp;
let owner: TestSession;
let elsewhere: TestSession;
let twinId: string;
beforeAll(async () => {
  app = await startTestApp();
  second = await startTestApp({}, { beside: app });
  owner = await signUp(app.url, "Keeper");
  const made = owner.mutate("apiKey.create", { name: "k", kind: "secret" });
  const { key } = await resultOf<{ key: string }>(made);
  owner = sessionWith(app.url, { authorization: `Bearer ${key}` });
  elsewhere = sessionWith(second.url, { authorization: `Bearer ${key}` });
  twinId = (await resultOf<{ id: string }>(owner.mutate("twin.create", { name: "Keeper" }))).id;
});
afterAll(async () => {
  await second[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

const send = (session: TestSession, path: string, input: object, key: string) =>
  session.send(`/trpc/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": key },
    body: JSON.stringify(input),
  });

/** What a key may make out of nothing but a twin. */
const creates = procedures.filter(
  ({ path, type, permission, required }) =>
    type === "mutation" &&
    /\.(create|add\w*)$/.test(path) &&
    !/^(apiKey|member|account|tenant\.create)/.test(permission) &&
    required.every((name) => name === "twinId" || !/Ids?$/.test(name)),
);

test("whatever is made is made once, whichever process is asked again", async () => {
  expect(creates.length).toBeGreaterThan(10);
  const sendAll = (session: TestSession) =>
    Promise.all(
      creates.map(async (procedure) => {
        const { path } = procedure;
        const sample = sampleInput(procedure, { twinId });
        const input = "question" in sample ? { ...sample, question: `What is ${path}?` } : sample;
        const reply = await send(session, path, input, path);
        return { path, status: reply.status, told: await reply.text() };
      }),
    );
  const first = await sendAll(owner);
  expect(first.filter(({ status }) => status !== 200)).toEqual([]);
  expect(await sendAll(elsewhere)).toEqual(first);
});

test("one key for something else is a conflict; one that can't be read is refused", async () => {
  const other = await send(owner, "twin.create", { name: "Other" }, "twin.create");
  expect([other.status, await other.text()]).toEqual([
    409,
    expect.stringContaining("idempotency.other_body"),
  ]);
  const unreadable = await send(owner, "twin.create", { name: "Other" }, "a b");
  expect(unreadable.status).toBe(400);
});

test("many at once over two processes are one creation; a batch has a place for each", async () => {
  const both = Array.from({ length: 20 }, (_, at) => (at % 2 ? owner : elsewhere));
  const replies = await Promise.all(
    both.map((session) =>
      resultOf<{ id: string }>(send(session, "twin.create", { name: "One" }, "k")),
    ),
  );
  expect(new Set(replies.map(({ id }) => id)).size).toBe(1);
  const batch = { 0: { name: "Two" }, 1: { name: "Three" } };
  const asked = () => send(owner, "twin.create,twin.create?batch=1", batch, "batch");
  const [told, again] = [await (await asked()).text(), await (await asked()).text()];
  expect(again).toBe(told);
  const list = owner.query("twin.list", { archived: false, limit: 100 });
  const { items } = await resultOf<{ items: { name: string }[] }>(list);
  const counted = ["One", "Two", "Three"].map(
    (name) => items.filter((twin) => twin.name === name).length,
  );
  expect(counted).toEqual([1, 1, 1]);
});
