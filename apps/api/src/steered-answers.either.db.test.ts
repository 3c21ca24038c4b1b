import { setTimeout as delay } from "node:timers/promises";
import { type AnswerEvent, Message } from "@understudy/core/conversation/contract";
import type { WireReply } from "@understudy/rag/chat/testing/wire-double";
import { endChunk, hangsAfter, textChunk } from "@understudy/rag/chat/testing/wire-replies";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { askTwin, endOf, eventsOf, postMessage, textOf } from "./testing/ask-twin.ts";
import { type ScriptedChat, scriptChat } from "./testing/script-chat.ts";
import { startTestApp, type TestApp } from "./testing/start-test-app.ts";
import { teach } from "./testing/teach.ts";
import { makeTenantWorld, type TenantWorld } from "./testing/tenant-world.ts";
import { resultOf, sessionWith, type TestSession } from "./testing/test-session.ts";

const ABANDONED_AFTER_MS = 600;
/** A look for wishes every 300 ms, and what a busy machine adds. */
const SOON_MS = 5_000;
/** What closes the line sooner was not the model's silence. */
const SILENCE_MS = 25_000;
const QUESTION = "Which barrels stand in the cellar at Kereva?";
const NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight"];
const facts = NUMBERS.map((word) => `Barrel ${word} holds rapeseed oil from Mirny.`);

let one: TestApp;
let other: TestApp;
let world: TenantWorld;
let elsewhere: TestSession;
let chat: ScriptedChat | undefined;

beforeAll(async () => {
  one = await startTestApp({}, { abandonedAfterMs: ABANDONED_AFTER_MS });
  other = await startTestApp({}, { beside: one });
  await one.work();
  world = await makeTenantWorld(one.url, "Ada");
  const { twinId } = world.ids;
  await teach(world.owner, { twinId, title: "Cellar", text: facts.join(" ") });
  elsewhere = sessionWith(other.url, { ...world.owner.headers, origin: other.url });
});
afterEach(() => chat?.[Symbol.asyncDispose]());
afterAll(async () => {
  await other[Symbol.asyncDispose]();
  await one[Symbol.asyncDispose]();
});

/** A sentence each so often, until all are said or the line is closed. */
function speaks(everyMs: number): WireReply {
  return async (response, { closed }) => {
    const gone = closed.then(() => "gone");
    response.writeHead(200, { "content-type": "text/event-stream" });
    const send = (chunk: object | string) => response.write(`data: ${JSON.stringify(chunk)}\n\n`);
    for (const fact of facts) {
      send(textChunk(`${fact} ⟦1|${fact.slice(0, -1)}⟧ `));
      if ((await Promise.race([gone, delay(everyMs)])) === "gone") return;
    }
    send(endChunk());
    response.end("data: [DONE]\n\n");
  };
}

/** Says this, begins another sentence, and never ends it. */
const breaksOffAfter = (text: string) => hangsAfter(textChunk(`${text} And `));
const firstFact = `${facts[0]} ⟦1|${facts[0]?.slice(0, -1)}⟧`;

const script = async (reply: WireReply) => {
  chat = await scriptChat([one, other], [reply], { betweenTokensMs: SILENCE_MS });
  return chat;
};

async function newConversation(): Promise<string> {
  const { twinId } = world.ids;
  return (await resultOf<{ id: string }>(world.owner.mutate("chat.start", { twinId }))).id;
}

async function storedAnswer(conversationId: string): Promise<Message> {
  const thread = await resultOf<{ messages: Message[] }>(
    world.owner.query("conversation.get", { conversationId }),
  );
  expect(thread.messages).toHaveLength(2);
  return Message.parse(thread.messages[1]);
}

/** Asks, and reads until the first words are there. */
async function begin(conversationId: string, signal?: AbortSignal) {
  const asked = { conversationId, message: QUESTION, ...(signal && { signal }) };
  const events = eventsOf(await postMessage(world.owner, asked));
  const first = await events.next();
  if (first.done || first.value.type !== "delta") throw new Error("It did not begin.");
  return { events, first: first.value, messageId: first.value.messageId };
}

async function collect(events: AsyncIterable<AnswerEvent>, first: AnswerEvent[] = []) {
  const all = [...first];
  for await (const event of events) all.push(event);
  return all;
}

/** Milliseconds until the model's server sees that the line is closed. */
async function untilClosed({ requests }: ScriptedChat, sinceMs: number): Promise<number> {
  await requests.at(-1)?.closed;
  return performance.now() - sinceMs;
}

describe("stopping", () => {
  it.each([
    ["the same process", () => world.owner],
    ["another process", () => elsewhere],
  ])("from %s ends the answer and what it costs", async (_, stopper) => {
    const scripted = await script(breaksOffAfter(firstFact));
    const conversationId = await newConversation();
    const { events, first, messageId } = await begin(conversationId);
    const askedAtMs = performance.now();
    await resultOf(stopper().mutate("chat.stop", { messageId }));
    expect(await untilClosed(scripted, askedAtMs)).toBeLessThan(SOON_MS);
    const message = endOf(await collect(events, [first]));
    expect(message).toMatchObject({
      status: "stopped",
      text: facts[0],
      writer: "model",
      model: "scripted",
      citations: [{ sourceTitle: "Cellar" }],
    });
    expect(await storedAnswer(conversationId)).toEqual(message);
    const again = await resultOf<Message>(stopper().mutate("chat.stop", { messageId }));
    expect(again.status).toBe("stopped");
  });

  it("keeps which of its words nothing supports", async () => {
    await script(breaksOffAfter(`${firstFact} Barrel nine is empty.`));
    const strictness = (to: string) =>
      resultOf(world.owner.mutate("twin.update", { twinId: world.ids.twinId, strictness: to }));
    await strictness("adaptive");
    const { events, first, messageId } = await begin(await newConversation());
    await strictness("strict");
    const heard: AnswerEvent[] = [first];
    while (!textOf(heard).includes("Barrel nine")) heard.push((await events.next()).value);
    await resultOf(world.owner.mutate("chat.stop", { messageId }));
    const { status, text, unsupportedSpans } = endOf(await collect(events, heard));
    expect({ status, text }).toEqual({
      status: "stopped",
      text: `${facts[0]} Barrel nine is empty.`,
    });
    expect(unsupportedSpans.map(({ start, end }) => text.slice(start, end))).toEqual([
      "Barrel nine is empty.",
    ]);
  });
});

describe("a client that leaves", () => {
  it("and stays away ends the answer after a while, its words kept", async () => {
    const scripted = await script(breaksOffAfter(firstFact));
    const conversationId = await newConversation();
    const leave = new AbortController();
    await begin(conversationId, leave.signal);
    const leftAtMs = performance.now();
    leave.abort();
    const closedAfterMs = await untilClosed(scripted, leftAtMs);
    expect(closedAfterMs).toBeGreaterThan(ABANDONED_AFTER_MS - 50);
    expect(closedAfterMs).toBeLessThan(ABANDONED_AFTER_MS + SOON_MS);
    await expect.poll(async () => (await storedAnswer(conversationId)).status).toBe("stopped");
    expect(await storedAnswer(conversationId)).toMatchObject({
      failure: { reason: "answer.abandoned" },
      text: facts[0],
      citations: [{ sourceTitle: "Cellar" }],
    });
  });

  it.each([
    ["the same process", () => world.owner],
    ["another process", () => elsewhere],
  ])("and comes back to %s misses nothing and reads nothing twice", async (_, session) => {
    await script(speaks(200));
    const conversationId = await newConversation();
    const leave = new AbortController();
    const { first, messageId } = await begin(conversationId, leave.signal);
    leave.abort();
    const headers = { "last-event-id": String(first.sequence) };
    const reply = await session().send(`/api/messages/${messageId}/events`, { headers });
    const events = await collect(eventsOf(reply), [first]);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, at) => at + 1));
    expect(endOf(events)).toMatchObject({ status: "complete", text: facts.join(" ") });
    expect(textOf(events)).toBe(facts.join(" "));
    expect(await storedAnswer(conversationId)).toEqual(endOf(events));
  });

  it.each([
    ["the same process", () => world.owner],
    ["another process", () => elsewhere],
  ])("and asks for the rest in %s by call gets the same words", async (_, session) => {
    await script(speaks(150));
    const leave = new AbortController();
    const { first, messageId } = await begin(await newConversation(), leave.signal);
    leave.abort();
    const events: AnswerEvent[] = [first];
    for (let ended = false; !ended; ) {
      const after = events.at(-1)?.sequence;
      const rest = await resultOf<{ events: AnswerEvent[]; ended: boolean }>(
        session().mutate("chat.resume", { messageId, after }),
      );
      events.push(...rest.events);
      ended = rest.ended;
    }
    expect(new Set(events.map(({ sequence }) => sequence)).size).toBe(events.length);
    expect(textOf(events)).toBe(facts.join(" "));
    expect(endOf(events).status).toBe("complete");
  });

  it("after the end is told the whole, once", async () => {
    await script(speaks(0));
    const { message } = await askTwin(world.owner, {
      conversationId: await newConversation(),
      message: QUESTION,
    });
    const reply = await elsewhere.send(`/api/messages/${message.id}/events`, {});
    const events = await collect(eventsOf(reply));
    expect(textOf(events)).toBe(message.text);
    expect(endOf(events)).toEqual(message);
  });
});

it("one key sent twenty times at once, to two processes, asks the model once", async () => {
  const scripted = await script(speaks(30));
  const conversationId = await newConversation();
  const asked = { conversationId, message: QUESTION, idempotencyKey: "race" };
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, at) => askTwin(at % 2 ? elsewhere : world.owner, asked)),
  );
  expect(scripted.requests).toHaveLength(1);
  expect(new Set(answers.map(({ message }) => message.id)).size).toBe(1);
  for (const { events } of answers) expect(textOf(events)).toBe(facts.join(" "));
  expect(await storedAnswer(conversationId)).toMatchObject({ status: "complete" });
});
