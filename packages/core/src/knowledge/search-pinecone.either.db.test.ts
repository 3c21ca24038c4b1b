import { createCircuitBreaker } from "@understudy/rag/chat/circuit-breaker";
import type { Embedder } from "@understudy/rag/embed/embedder";
import { pineconeIndex } from "@understudy/rag/vector/pinecone-index";
import {
  type PineconeDouble,
  startPineconeDouble,
} from "@understudy/rag/vector/testing/pinecone-double";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { previewGovernance } from "../governance/preview-governance.ts";
import { updateGovernance } from "../governance/update-governance.ts";
import { eraseTwin } from "../privacy/erase-subjects.ts";
import { listErasures } from "../privacy/erasures.ts";
import { addText } from "../source/add-text.ts";
import { removeSource } from "../source/remove-source.ts";
import { getSource } from "../source/sources.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { searchKnowledge } from "./search-knowledge.ts";

/** "vessel" is a boat that shares no letters with one. */
const embedder: Embedder = {
  model: "boats-or-not",
  maxBatchSize: 8,
  embed: async (texts) =>
    texts.map((text) =>
      /boat|vessel/i.test(text) ? Float32Array.of(1, 0) : Float32Array.of(0, 1),
    ),
};

let pinecone: PineconeDouble;
let world: TestWorld;
let tenant: TestTenant;
let twinId: string;
beforeAll(async () => {
  pinecone = await startPineconeDouble({ delayMs: 30 });
  const index = pineconeIndex({
    apiKey: "k",
    baseUrl: pinecone.baseUrl,
    name: "understudy-boats",
    dimensions: 2,
    cloud: "aws",
    region: "us-east-1",
    searchTimeoutMs: 500,
    writeTimeoutMs: 1_500,
  });
  world = await openTestWorld({
    embedder,
    vectorStore: { kind: "pinecone", open: async () => index },
    providers: [
      {
        id: "embeddings",
        provider: "tests",
        model: embedder.model,
        breaker: createCircuitBreaker(),
      },
      { id: "vectors", provider: "pinecone", model: "pinecone", breaker: createCircuitBreaker() },
    ],
  });
  tenant = await world.newTenant();
  twinId = (await createTwin.run(tenant.as("owner"), { name: "Harbour" })).id;
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await pinecone[Symbol.asyncDispose]();
});

const add = (title: string, text: string) =>
  addText.run(tenant.as("owner"), { twinId, title, text });
const search = (query: string) =>
  searchKnowledge.run(tenant.as("owner"), { twinId, query, limit: 5 });

test("what goes live is found by its meaning at once, in the twin's own namespace", async () => {
  const { id } = await add("Moorings", "Every boat must be tied up by sunset.");
  await world.runJobs(tenant);
  expect((await search("vessel")).passages[0]).toMatchObject({ sourceId: id });
  expect(pinecone.stored(twinId)).toHaveLength(1);
  const stranger = await world.newTenant();
  const other = await createTwin.run(stranger.as("owner"), { name: "Other" });
  const found = searchKnowledge.run(stranger.as("owner"), {
    twinId: other.id,
    query: "vessel",
    limit: 5,
  });
  expect((await found).passages).toEqual([]);
});

test("a removed source is not found, though the store still has it", async () => {
  const { id } = await add("Ferries", "A boat leaves each hour from the northern pier.");
  await world.runJobs(tenant);
  await removeSource.run(tenant.as("owner"), { sourceId: id });
  const { passages } = await search("vessel");
  expect(passages.map(({ sourceId }) => sourceId)).not.toContain(id);
});

test("while the store is down, words decide, and a source waits until its vectors can be found", async () => {
  pinecone.outage = 503;
  const { id } = await add("Kitchen", "Soup is served at noon, bread at one.");
  await world.runJobs(tenant);
  expect(await getSource.run(tenant.as("owner"), { sourceId: id })).toMatchObject({
    status: "processing",
  });
  expect((await search("When must every boat be tied up?")).passages[0]!.text).toContain("sunset");
  pinecone.outage = null;
  await world.runJobs(tenant);
  expect(await getSource.run(tenant.as("owner"), { sourceId: id })).toMatchObject({
    status: "live",
  });
});

test("a store that rules forbid is left, and vectors are searched all the same; it is filled again once it may be", async () => {
  const owner = tenant.as("owner");
  const allow = async (allowedProviders: string[] | null) => {
    await updateGovernance.run(owner, { twinId: null, allowedProviders });
    await world.runJobs(tenant, "reconcile");
    await world.runJobs(tenant);
  };
  expect(pinecone.stored(twinId).length).toBeGreaterThan(0);
  await allow(["tests"]);
  await expect.poll(() => pinecone.stored(twinId)).toEqual([]);
  const { id } = await add("Rafts", "No boat may be lashed to a raft.");
  await world.runJobs(tenant);
  expect((await search("vessel")).passages.map(({ sourceId }) => sourceId)).toContain(id);
  expect(pinecone.stored(twinId)).toEqual([]);
  const preview = (rules: object) =>
    previewGovernance.run(owner, previewGovernance.input.parse({ text: "", rules }));
  const of = async (rules: object) =>
    (await preview(rules)).providers.find((each) => each.id === "vectors")?.isAllowed;
  expect([await of({}), await of({ allowedProviders: ["tests", "pinecone"] })]).toEqual([
    false,
    true,
  ]);
  await allow(null);
  expect(pinecone.stored(twinId).length).toBeGreaterThan(1);
});

test("a twin that is erased is gone from the store, and its receipt says so", async () => {
  const owner = tenant.as("owner");
  expect(pinecone.stored(twinId).length).toBeGreaterThan(0);
  await eraseTwin.run(owner, { twinId, confirm: "Harbour" });
  // What the store still shows just after it was deleted is looked for again by the next attempt.
  const erase = async () => {
    await world.runJobs(tenant, "erasure");
    return (await listErasures.run(owner, { limit: 1 })).items[0]!.receipt?.receipt;
  };
  const { removed, verified } = await vi.waitUntil(erase, { timeout: 10_000 });
  expect(removed.vectors).toBeGreaterThan(0);
  expect(verified).toMatchObject({ vectorsLeft: 0, rowsLeft: 0 });
  expect(pinecone.stored(twinId)).toEqual([]);
});
