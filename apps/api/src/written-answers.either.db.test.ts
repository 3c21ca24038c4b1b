import { Message } from "@understudy/core/conversation/contract";
import { findTrace } from "@understudy/db/queries/messages";
import { inTenant } from "@understudy/db/scope";
import type { WireReply } from "@understudy/rag/chat/testing/wire-double";
import {
  answers,
  breaksAfter,
  endChunk,
  hangsAfter,
  refuses,
  showsPage,
  staysSilent,
  streams,
  textChunk,
} from "@understudy/rag/chat/testing/wire-replies";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { askTwin, textOf } from "./testing/ask-twin.ts";
import { type ScriptedChat, scriptChat } from "./testing/script-chat.ts";
import { startTestApp, type TestApp } from "./testing/start-test-app.ts";
import { teach } from "./testing/teach.ts";
import { makeTenantWorld, type TenantWorld } from "./testing/tenant-world.ts";
import { resultOf } from "./testing/test-session.ts";

const TEXT = `The pump house at Kereva was built in 1931 by the harbour board.

The main pump runs for eleven hours a day. It must never run dry, because the seal burns within two minutes.`;
const QUESTION = "How long does the main pump at Kereva run each day?";
const TRUE_SENTENCE = "It runs eleven hours a day. ⟦1|The main pump runs for eleven hours a day⟧";

let app: TestApp;
let world: TenantWorld;
let sourceId: string;
let chat: ScriptedChat | undefined;

beforeAll(async () => {
  app = await startTestApp();
  await app.work();
  world = await makeTenantWorld(app.url, "Ada");
  const { twinId } = world.ids;
  sourceId = (await teach(world.owner, { twinId, title: "Pumps", text: TEXT })).id;
});
afterEach(() => chat?.[Symbol.asyncDispose]());
afterAll(() => app[Symbol.asyncDispose]());

const ask = (...replies: WireReply[]) => askWaiting(8_000, replies);

/** The model has so long, its retries included, to say its first words. */
async function askWaiting(firstTokenMs: number, replies: WireReply[]) {
  chat = await scriptChat([app], replies, { firstTokenMs, betweenTokensMs: 700 });
  const { twinId } = world.ids;
  const started = world.owner.mutate("chat.start", { twinId });
  const { id: conversationId } = await resultOf<{ id: string }>(started);
  const asked = await askTwin(world.owner, { conversationId, message: QUESTION });
  const thread = await resultOf<{ messages: Message[] }>(
    world.owner.query("conversation.get", { conversationId }),
  );
  const stored = Message.parse(thread.messages[1]);
  expect(stored).toEqual(asked.message);
  expect(textOf(asked.events)).toBe(stored.text);
  return { ...asked, stored };
}

async function traceOf(messageId: string) {
  const { id: tenantId } = await resultOf<{ id: string }>(world.owner.query("tenant.get"));
  const trace = await inTenant(app.resources.db, { tenantId }, (tx) => findTrace(tx, messageId));
  return trace as Record<string, unknown> | null;
}

describe("an answer that a model writes", () => {
  it("is streamed, cited where it rests on a source, and stored with how it was made", async () => {
    const pieces = TRUE_SENTENCE.match(/.{1,7}/gsu) ?? [];
    const { events, stored } = await ask(answers(...pieces));
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, at) => at + 1));
    expect(events.map(({ type }) => type)).toEqual(["delta", "citation", "done"]);
    expect(stored).toMatchObject({
      text: "It runs eleven hours a day.",
      status: "complete",
      answered: true,
      writer: "model",
      model: "scripted",
      supportedShare: 1,
      unsupportedSpans: [],
      citations: [{ sourceId, quote: "The main pump runs for eleven hours a day" }],
    });
    const [citation] = stored.citations;
    const source = await resultOf<{ text: string }>(world.owner.query("source.text", { sourceId }));
    const { start = 0, end = 0 } = citation?.locator ?? {};
    expect(source.text.slice(start, end)).toBe(citation?.quote);
    expect(await traceOf(stored.id)).toMatchObject({
      writer: "model",
      degradedBecause: null,
      finish: "stop",
      question: QUESTION,
      tokens: { input: 120, output: 30 },
      prompt: [{ role: "system" }, { role: "user" }],
      timingsMs: { write: expect.any(Number), understand: expect.any(Number) },
    });
  });

  it("books what making a follow-up standalone took", async () => {
    chat = await scriptChat([app], [answers(TRUE_SENTENCE)]);
    const { twinId } = world.ids;
    const started = world.owner.mutate("chat.start", { twinId });
    const { id: conversationId } = await resultOf<{ id: string }>(started);
    await askTwin(world.owner, { conversationId, message: QUESTION });
    const { message } = await askTwin(world.owner, { conversationId, message: "And at night?" });
    expect(chat.requests).toHaveLength(3);
    expect(await traceOf(message.id)).toMatchObject({ tokens: { input: 240, output: 60 } });
  });

  it("says the owner's words where the model says that nothing answers", async () => {
    const { stored } = await ask(answers("⟦none⟧"));
    expect(stored).toMatchObject({ answered: false, citations: [], supportedShare: null });
    expect(stored.text).toMatch(/not been taught/);
  });
});

describe("a quote that is not in its passage", () => {
  const bad: [string, string][] = [
    ["altered", "It runs for a while. ⟦1|The main pump runs for twelve hours a day⟧"],
    ["paraphrased", "It runs for a while. ⟦1|the principal pump operates eleven hours daily⟧"],
    ["split", "It runs for a while. ⟦1|The main pump … burns within two minutes⟧"],
    ["foreign", "It runs for a while. ⟦1|The Ada lighthouse is striped⟧"],
    ["of a passage that is not there", "It runs for a while. ⟦9|runs for eleven hours a day⟧"],
    ["true, for a claim it denies", "It runs twelve hours a day. ⟦1|runs for eleven hours a day⟧"],
  ];

  it.each(bad)("%s: is not cited, and its sentence not shown by a strict twin", async (_, text) => {
    const { stored } = await ask(answers(`${TRUE_SENTENCE} ${text}`));
    expect(stored.text).toBe("It runs eleven hours a day.");
    expect(stored.citations).toHaveLength(1);
    expect(stored.supportedShare).toBe(0.5);
  });

  it.each(bad)("%s: is marked as unsupported by an adaptive twin", async (_, text) => {
    await setStrictness("adaptive");
    const { stored } = await ask(answers(`${TRUE_SENTENCE} ${text}`)).finally(() =>
      setStrictness("strict"),
    );
    const said = text.slice(0, text.indexOf(" ⟦"));
    expect(stored.text).toBe(`It runs eleven hours a day. ${said}`);
    expect(stored.citations).toHaveLength(1);
    expect(stored.unsupportedSpans).toEqual([{ start: 28, end: 28 + said.length }]);
  });

  it.each(bad)("%s: alone makes no answer", async (_, text) => {
    const { stored } = await ask(answers(text));
    expect(stored).toMatchObject({ answered: false, citations: [], status: "complete" });
    expect(stored.text).toMatch(/not been taught/);
  });
});

const setStrictness = (strictness: string) =>
  resultOf(world.owner.mutate("twin.update", { twinId: world.ids.twinId, strictness }));

describe("a model that fails before it says anything", () => {
  const begin = textChunk("It runs eleven");
  const failing: [string, string, WireReply[]][] = [
    ["429 and come back later", "model.rate_limited", [refuses(429, {}, { "retry-after": "60" })]],
    ["500 each time", "model.overloaded", [refuses(500, { error: { message: "boom" } })]],
    ["a wrong key", "model.refused_key", [refuses(401, { error: { message: "sk-…" } })]],
    ["silence after half a sentence", "model.timed_out", [hangsAfter(begin)]],
    ["an error page", "model.malformed", [showsPage()]],
    ["an error body under 200", "model.malformed", [refuses(200, { error: "no" })]],
    ["no choices", "model.malformed", [streams({ choices: [] }, "data: [DONE]\n\n")]],
    ["a stream cut in a sentence", "model.cut_off", [breaksAfter(begin)]],
    ["a stream without an end", "model.cut_off", [streams(begin)]],
    ["broken JSON", "model.malformed", [streams("data: {\n\n")]],
  ];

  it.each(failing)("%s: is replaced by quotation, which says so", async (_, reason, replies) => {
    const { stored, events } = await ask(...replies);
    expect(stored).toMatchObject({
      status: "complete",
      answered: true,
      writer: "quotation",
      model: null,
      supportedShare: 1,
    });
    expect(new Set(stored.citations.map((each) => each.sourceId))).toEqual(new Set([sourceId]));
    expect(stored.text).toContain("eleven hours");
    expect(await traceOf(stored.id)).toMatchObject({
      writer: "quotation",
      degradedBecause: reason,
    });
    expect(JSON.stringify(events)).not.toMatch(/boom|sk-/);
  });

  it("that never answers is waited for so long, and replaced by quotation", async () => {
    const { stored } = await askWaiting(500, [staysSilent]);
    expect(stored).toMatchObject({ status: "complete", writer: "quotation" });
    expect(await traceOf(stored.id)).toMatchObject({ degradedBecause: "model.timed_out" });
    await chat?.requests[0]?.closed;
  });

  it("asks again after a passing failure, once, and writes one answer", async () => {
    const { stored } = await ask(
      refuses(503, {}),
      refuses(429, {}, { "retry-after": "0" }),
      answers(TRUE_SENTENCE),
    );
    expect(stored).toMatchObject({ writer: "model", status: "complete" });
    expect(chat?.requests).toHaveLength(3);
  });
});

describe("a model that fails after it said something", () => {
  const said = textChunk(`${TRUE_SENTENCE} And it `);
  const failing: [string, string, WireReply][] = [
    ["a torn line", "model.cut_off", breaksAfter(said)],
    ["a stream without an end", "model.cut_off", streams(said)],
    ["silence", "model.timed_out", hangsAfter(said)],
    ["broken JSON", "model.malformed", streams(said, "data: {\n\n")],
    ["an error in the stream", "model.cut_off", streams(said, { error: { message: "boom" } })],
  ];

  it.each(failing)("%s: keeps what was checked, as failed", async (_, reason, reply) => {
    const { stored } = await ask(reply);
    expect(stored).toMatchObject({
      status: "failed",
      failure: { reason },
      text: "It runs eleven hours a day.",
      writer: "model",
      citations: [{ sourceId }],
    });
  });

  it("says how it ended where the length was cut, and counts no half sentence", async () => {
    const { stored } = await ask(streams(said, endChunk("length")));
    expect(stored).toMatchObject({ status: "complete", text: "It runs eleven hours a day." });
    expect(await traceOf(stored.id)).toMatchObject({ finish: "length" });
  });
});

it("puts characters together that were cut in two on the way", async () => {
  const bytes = Buffer.from(`data: ${JSON.stringify(textChunk(`Zwölf? ${TRUE_SENTENCE}`))}\n\n`);
  const cut = bytes.indexOf(Buffer.from("⟦")) + 1;
  const { stored } = await ask(
    streams(bytes.subarray(0, cut), bytes.subarray(cut), endChunk(), "data: [DONE]\n\n"),
  );
  expect(stored.text).toContain("It runs eleven hours a day.");
  expect(stored.citations).toHaveLength(1);
});
