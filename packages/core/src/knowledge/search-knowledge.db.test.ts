import { ModelFailure } from "@understudy/rag/chat/model-failure";
import type { Embedder } from "@understudy/rag/embed/embedder";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addText } from "../source/add-text.ts";
import { removeSource } from "../source/remove-source.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { searchKnowledge } from "./search-knowledge.ts";

/** Knows only whether a text is about boats; "craft" is a boat that shares no letters with one. */
const embedder: Embedder & { fails: boolean } = {
  model: "boats-or-not",
  maxBatchSize: 8,
  fails: false,
  async embed(texts) {
    if (embedder.fails) throw new ModelFailure("model.unreachable", "The provider is down.");
    return texts.map((text) =>
      /boat|craft/i.test(text) ? Float32Array.of(1, 0) : Float32Array.of(0, 1),
    );
  },
};

let world: TestWorld;
let tenant: TestTenant;
let twinId: string;
let boatId: string;

beforeAll(async () => {
  world = await openTestWorld({ embedder });
  tenant = await world.newTenant();
  const owner = tenant.as("owner");
  twinId = (await createTwin.run(owner, { name: "Harbour" })).id;
  const add = (title: string, text: string) => addText.run(owner, { twinId, title, text });
  boatId = (await add("Moorings", "Every boat must be tied up by sunset.")).id;
  await add("Kitchen", "Soup is served at noon, bread at one.");
  await world.runJobs(tenant);
});
afterAll(() => world[Symbol.asyncDispose]());

const search = (query: string) =>
  searchKnowledge.run(tenant.as("owner"), { twinId, query, limit: 5 });

test("a passage that shares no word with the question is found by its meaning", async () => {
  const { passages, timingsMs } = await search("craft");
  expect(passages[0]).toMatchObject({ sourceId: boatId });
  expect(passages[0]!.scores.vector).toBeGreaterThan(0);
  expect(timingsMs).toHaveProperty("embed");
});

test("while the provider fails, words alone decide", async () => {
  embedder.fails = true;
  try {
    expect((await search("When is soup served?")).passages[0]!.text).toContain("noon");
    expect((await search("craft")).passages).toEqual([]);
  } finally {
    embedder.fails = false;
  }
});

test("a removed source is not found by its vectors either", async () => {
  await removeSource.run(tenant.as("owner"), { sourceId: boatId });
  const found = (await search("craft")).passages.map(({ sourceId }) => sourceId);
  expect(found).not.toContain(boatId);
});
