import { openAiChat } from "@understudy/rag/chat/openai-chat";
import {
  startWireDouble,
  type WireDouble,
  type WireReply,
} from "@understudy/rag/chat/testing/wire-double";
import { answers, showsPage } from "@understudy/rag/chat/testing/wire-replies";
import type { Embedder } from "@understudy/rag/embed/embedder";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Context } from "../kernel/context.ts";
import { openTestWorld, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { requireTwin } from "../twin/twins.ts";
import { createVerifiedAnswer } from "./create-verified-answer.ts";
import { findVerified } from "./find-verified.ts";

const embedded: string[] = [];
/** Knows only whether a text is about dogs. */
const embedder: Embedder = {
  model: "dogs-or-not",
  maxBatchSize: 8,
  async embed(texts) {
    embedded.push(...texts);
    return texts.map((text) =>
      /dog|companion/i.test(text) ? Float32Array.of(1, 0) : Float32Array.of(0, 1),
    );
  },
};

let reply: WireReply;
let wire: WireDouble;
let world: TestWorld;
let owner: Context;
let twinId: string;
beforeAll(async () => {
  wire = await startWireDouble((...call) => reply(...call));
  const chat = openAiChat({ apiKey: "k", baseUrl: wire.baseUrl, model: "scripted" });
  world = await openTestWorld({ chat, embedder });
  owner = (await world.newTenant()).as("owner");
  twinId = (await createTwin.run(owner, { name: "Keeper" })).id;
  const dogs = { question: "May I bring my dog?", phrasings: ["Are dogs welcome?"] };
  const more = { answer: "Yes.", reviewBy: null };
  await createVerifiedAnswer.run(owner, { twinId, ...dogs, ...more });
});
beforeEach(() => {
  wire.requests.length = 0;
  embedded.length = 0;
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await wire[Symbol.asyncDispose]();
});

async function find(question: string) {
  const twin = await owner.transaction((tx) => requireTwin(tx, twinId));
  return findVerified(owner, { twin, question, reach: null });
}

test("what words leave open the model decides, once, and what it took is told", async () => {
  reply = answers("1");
  const found = await find("Would you mind if my dog came along?");
  expect(found).toMatchObject({
    answer: "Yes.",
    nearest: { because: null, decidedBy: "model" },
    usage: { inputTokens: 120, outputTokens: 30 },
  });
  expect(wire.requests).toHaveLength(1);
});

test("a question that shares no word is proposed by its meaning", async () => {
  reply = answers("1");
  expect((await find("Furry companions okay?")).answer).toBe("Yes.");
  expect(embedded).toEqual(["Furry companions okay?"]);
});

test.each<[string, WireReply, string]>([
  ["says no", answers("0"), "model_declined"],
  ["is down", showsPage(), "model."],
])("a model that %s gives no answer", async (_, said, because) => {
  reply = said;
  const { answer, nearest } = await find("Would you mind if my dog came along?");
  expect(answer).toBeNull();
  expect(nearest!.because).toContain(because);
});

test("what the words settle is not asked of it: the same question, the opposite, and another matter", async () => {
  reply = answers("1");
  expect((await find("may I bring my dog")).answer).toBe("Yes.");
  expect((await find("May I not bring my dog?")).answer).toBeNull();
  expect((await find("May I bring Rex, my 3 dogs?")).answer).toBeNull();
  expect((await find("When does the boat leave?")).answer).toBeNull();
  expect(wire.requests).toHaveLength(0);
});
