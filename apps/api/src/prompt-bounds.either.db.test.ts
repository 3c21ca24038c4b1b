import { fillConversation } from "@understudy/db/testing/fill-conversation";
import { estimateTokens } from "@understudy/rag/write/estimate-tokens";
import { PROMPT_BUDGET } from "@understudy/rag/write/prompt-budget";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { askTwin } from "./testing/ask-twin.ts";
import { doors } from "./testing/doors.ts";
import { messagesOf, quotesItsPassages } from "./testing/quoting-replies.ts";
import { type ScriptedChat, scriptChat } from "./testing/script-chat.ts";
import { startTestApp, type TestApp } from "./testing/start-test-app.ts";
import { teach } from "./testing/teach.ts";
import { makeTenantWorld, type TenantWorld } from "./testing/tenant-world.ts";
import { resultOf } from "./testing/test-session.ts";

const QUESTION = "Where does the spare key of the oil store hang?";
const KEY = "The spare key of the oil store hangs behind the barometer.";

let app: TestApp;
let world: TenantWorld;
let chat: ScriptedChat;
beforeAll(async () => {
  app = await startTestApp();
  await app.work();
  world = await makeTenantWorld(app.url, "Ada");
  const store = "The oil store at Kereva has a spare key. It is of iron.";
  await teach(world.owner, { twinId: world.ids.twinId, title: "Store", text: store });
});
afterEach(() => chat[Symbol.asyncDispose]());
afterAll(() => app[Symbol.asyncDispose]());

const startChat = async () => {
  const { twinId } = world.ids;
  return (await resultOf<{ id: string }>(world.owner.mutate("chat.start", { twinId }))).id;
};

function tokensOf(request: { body: Record<string, unknown> } | undefined): number {
  return messagesOf(request?.body ?? {}).reduce(
    (sum, { content }) => sum + estimateTokens(content),
    0,
  );
}

describe("size", () => {
  const post = (path: string, body: object) =>
    world.owner.send(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  it.each([8_001, 1_000_000, 1_048_576])("a question of %i characters costs nothing", async (n) => {
    chat = await scriptChat([app], [quotesItsPassages()]);
    const words = "x".repeat(n);
    const turn = { role: "user", content: words };
    const replies = [
      await post("/api/messages", { conversationId: await startChat(), message: words }),
      await post("/v1/chat/completions", { model: world.handle, messages: [turn] }),
      await post("/v1/chat/completions", { model: world.handle, messages: [turn], stream: true }),
    ];
    expect(replies.every(({ status }) => [400, 413, 429].includes(status))).toBe(true);
    for (const reply of replies) {
      expect(await reply.json()).toHaveProperty("error");
    }
    expect(chat.requests).toHaveLength(0);
    await askTwin(world.owner, { conversationId: await startChat(), message: QUESTION });
    expect(chat.requests).toHaveLength(1);
  });

  it("a question too long for a prompt is answered without a model, which is not asked", async () => {
    chat = await scriptChat([app], [quotesItsPassages()]);
    const message = `${QUESTION} ${"Really where, pray? ".repeat(380)}`;
    const { message: told } = await askTwin(world.owner, {
      conversationId: await startChat(),
      message,
    });
    expect(told).toMatchObject({ status: "complete", writer: "quotation" });
    expect(chat.requests).toHaveLength(0);
  });

  it("ten thousand turns before it are cut to the budget", async () => {
    chat = await scriptChat([app], [quotesItsPassages()]);
    const conversationId = await startChat();
    const text = "Words that were said about the oil store. ".repeat(20);
    await fillConversation(app.resources.db, { conversationId, turns: 10_000, text });
    const { message } = await askTwin(world.owner, { conversationId, message: QUESTION });
    expect(message).toMatchObject({ status: "complete", writer: "model" });
    const last = chat.requests.at(-1);
    expect(messagesOf(last?.body ?? {}).length).toBeGreaterThan(2);
    for (const request of chat.requests) {
      expect(tokensOf(request)).toBeLessThan(PROMPT_BUDGET.maxInputTokens);
    }
    expect(last?.body).toMatchObject({ max_tokens: PROMPT_BUDGET.maxOutputTokens });
  });

  it("of ten thousand turns of a client a few are read, to understand a follow-up by", async () => {
    chat = await scriptChat([app], [quotesItsPassages()]);
    const turns = Array.from({ length: 9_999 }, () => ({ role: "user", content: "Before?" }));
    const messages = [...turns, { role: "user", content: QUESTION }];
    const reply = await post("/v1/chat/completions", { model: world.handle, messages });
    expect(reply.status).toBe(200);
    expect(
      chat
        .prompts()
        .join()
        .match(/Before\?/g)?.length,
    ).toBeLessThanOrEqual(10);
    expect(chat.prompts().at(-1)).not.toContain("Before?");
  });
});

describe("a removed source", () => {
  it.each(Object.entries(doors))("is out of the next prompt and answer by %s", async (_, ask) => {
    chat = await scriptChat([app], [quotesItsPassages()]);
    const { twinId } = world.ids;
    const asking = { session: world.owner, twinId, handle: world.handle, question: QUESTION };
    const source = await teach(world.owner, { twinId, title: "Keys", text: KEY });
    const before = await ask(asking);
    expect(before.text).toContain("barometer");
    expect(before.citations.map(({ sourceId }) => sourceId)).toContain(source.id);
    await resultOf(world.owner.mutate("source.remove", { sourceId: source.id }));
    const after = await ask(asking);
    expect(after.raw).not.toContain("barometer");
    expect(chat.prompts().at(-1)).not.toContain("barometer");
    expect(chat.prompts().at(-1)).toContain("of iron");
  });

  it("is out of the same conversation, in this process and in one started later", async () => {
    chat = await scriptChat([app], [quotesItsPassages()]);
    const { twinId } = world.ids;
    const source = await teach(world.owner, { twinId, title: "Keys", text: KEY });
    const conversationId = await startChat();
    const ask = () => askTwin(world.owner, { conversationId, message: QUESTION });
    expect((await ask()).message.text).toContain("barometer");
    await ask();
    const asked = chat.requests.length;
    expect(
      chat
        .prompts()
        .at(-1)
        ?.match(/barometer/g)?.length,
    ).toBeGreaterThan(1);
    await resultOf(world.owner.mutate("source.remove", { sourceId: source.id }));
    expect((await ask()).message.text).not.toContain("barometer");
    await using restarted = await startTestApp({}, { beside: app });
    restarted.resources.ports.chat = app.resources.ports.chat;
    const session = { ...world.owner, send: sendTo(restarted.url) };
    const { message } = await askTwin(session, { conversationId, message: QUESTION });
    expect(message).toMatchObject({ status: "complete", answered: true });
    const later = chat.prompts().slice(asked);
    expect(later.length).toBeGreaterThan(1);
    for (const prompt of later) expect(prompt).not.toContain("barometer");
    expect(JSON.stringify(message)).not.toContain("barometer");
  });
});

const sendTo = (url: string) => (path: string, init: RequestInit) =>
  fetch(`${url}${path}`, {
    ...init,
    headers: { ...world.owner.headers, origin: url, ...init.headers },
  });
