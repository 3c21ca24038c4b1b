import { hangsAfter, textChunk } from "@understudy/rag/chat/testing/wire-replies";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type ScriptedChat, scriptChat } from "../testing/script-chat.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";
import { makeTenantWorld, type TenantWorld } from "../testing/tenant-world.ts";
import { resultOf } from "../testing/test-session.ts";

const GIVEN_UP_MS = 2_000;
let app: TestApp;
/** Another process of the same instance. */
let other: TestApp;
let world: TenantWorld;
let key: string;
let chat: ScriptedChat;
beforeAll(async () => {
  app = await startTestApp({}, { abandonedAfterMs: GIVEN_UP_MS });
  await app.work();
  other = await startTestApp({}, { beside: app });
  world = await makeTenantWorld(app.url, "Ada");
  const created = world.owner.mutate("apiKey.create", { name: "mcp", kind: "secret" });
  key = (await resultOf<{ key: string }>(created)).key;
});
afterEach(() => chat[Symbol.asyncDispose]());
afterAll(async () => {
  await other[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

interface Sent {
  session?: string;
  signal?: AbortSignal;
}

function post(url: string, message: object, { session, signal }: Sent = {}): Promise<Response> {
  return fetch(`${url}/mcp`, {
    method: "POST",
    signal: signal ?? null,
    headers: {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      "mcp-protocol-version": "2025-11-25",
      ...(session && { "mcp-session-id": session }),
    },
    body: JSON.stringify({ jsonrpc: "2.0", ...message }),
  });
}

/** A client of its own, which calls its first call by the same number as every other client does. */
async function begin(): Promise<string> {
  const params = {
    protocolVersion: "2025-11-25",
    capabilities: {},
    clientInfo: { name: "engineer", version: "1" },
  };
  const reply = await post(app.url, { id: 0, method: "initialize", params });
  await reply.body?.cancel();
  return reply.headers.get("mcp-session-id") ?? "";
}

const call = (sent: Sent) =>
  post(
    app.url,
    {
      id: 1,
      method: "tools/call",
      params: {
        name: "ask_twin",
        arguments: { twin: world.handle, question: "What does the Ada lighthouse look like?" },
      },
    },
    sent,
  );
const takeBack = (url: string, session: string) =>
  post(url, { method: "notifications/cancelled", params: { requestId: 1 } }, { session });

async function hang(): Promise<void> {
  const replies = [hangsAfter(textChunk("The Ada lighthouse "))];
  chat = await scriptChat([app, other], replies, { betweenTokensMs: 30_000 });
}

const asked = (count: number) =>
  expect.poll(() => chat.requests.length, { timeout: 10_000 }).toBe(count);

it.each([
  ["the process that answers", () => app],
  ["another one", () => other],
])("stops what a call costs when it is taken back, told to %s", async (_, at) => {
  await hang();
  const session = await begin();
  const reply = call({ session }).then((answered) => answered.text());
  await asked(1);
  expect((await takeBack(at().url, session)).status).toBe(202);
  await chat.requests[0]?.closed;
  expect(await reply).toContain("answer.stopped");
});

it("leaves the call of another client alone that goes by the same number", async () => {
  await hang();
  const [mine, theirs] = [await begin(), await begin()];
  expect(mine).not.toBe(theirs);
  const kept = new AbortController();
  const still = call({ session: theirs, signal: kept.signal }).then((reply) => reply.text());
  await asked(1);
  const ended = call({ session: mine }).then((reply) => reply.text());
  await asked(2);
  await takeBack(app.url, mine);
  expect(await ended).toContain("answer.stopped");
  const first = chat.requests[0]?.closed.then(() => "closed");
  expect(await Promise.race([first, Promise.resolve("open")])).toBe("open");
  kept.abort();
  await expect(still).rejects.toThrow();
  expect(await first).toBe("closed");
});

it("gives an answer up whose client has gone without a word", async () => {
  await hang();
  const leaving = new AbortController();
  const reply = call({ signal: leaving.signal }).then((answered) => answered.text());
  await asked(1);
  leaving.abort();
  await expect(reply).rejects.toThrow();
  await chat.requests[0]?.closed;
});
