import { listAuditEvents } from "@understudy/db/queries/audit-events";
import { countMissingVectors } from "@understudy/db/queries/embeddings";
import { listDropped } from "@understudy/db/queries/index-generations";
import { findLiveVersion } from "@understudy/db/queries/source-versions";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { askQuestion } from "../conversation/ask-question.ts";
import { startChat } from "../conversation/conversations.ts";
import { cancelJob } from "../job/cancel-job.ts";
import { getJob, listJobLogs } from "../job/jobs.ts";
import { retryJob } from "../job/retry-job.ts";
import type { Context } from "../kernel/context.ts";
import { searchKnowledge } from "../knowledge/search-knowledge.ts";
import { startReconcile } from "../reconcile/start-reconcile.ts";
import { addText } from "../source/add-text.ts";
import { getSource } from "../source/sources.ts";
import { type EmbeddingProvider, openEmbeddingProvider } from "../testing/embedding-provider.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { dropIndex } from "./drop-index.ts";
import { getIndex } from "./get-index.ts";
import { startReindex } from "./start-reindex.ts";
import { switchIndex } from "./switch-index.ts";

const BOATS = "Every boat must be tied up by sunset, or the keeper lets it drift until morning.";
const SOUP = "Soup is served at noon, bread at one, and whoever comes late has to cook alone.";
/** Shares no word with what it is about. */
const QUESTION = "vessel";

let provider: EmbeddingProvider;
let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
let twinId: string;
beforeAll(async () => {
  provider = await openEmbeddingProvider({
    letters: { dimensions: 64 },
    meaning: { dimensions: 96, synonyms: { vessel: "boat" } },
  });
  world = await openTestWorld(provider.ports);
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await provider[Symbol.asyncDispose]();
});
beforeEach(async () => {
  provider.double.models.set("letters", { dimensions: 64 });
  provider.double.onRequest = null;
  // What a tenant has paid for once is kept for all of its twins.
  tenant = await world.newTenant();
  owner = tenant.as("owner");
  twinId = (await createTwin.run(owner, { name: "Harbour" })).id;
});

const add = async (title: string, text: string) => {
  const { id } = await addText.run(owner, { twinId, title, text });
  await world.runJobs(tenant);
  return id;
};
const index = () => getIndex.run(owner, { twinId });
const start = (model: string) => startReindex.run(owner, { twinId, model });
const fill = () => world.runJobs(tenant, "index_fill");
const candidate = async () => (await index()).candidate!;
const search = (query: string) => searchKnowledge.run(owner, { twinId, query, limit: 5 });
const missing = (sourceId: string, model: string) =>
  owner.transaction(async (tx) => {
    const sourceVersionId = (await findLiveVersion(tx, sourceId))!.id;
    return countMissingVectors(tx, { sourceVersionId, model });
  });
const reconcile = async () => {
  const { id: jobId } = await startReconcile.run(owner, {});
  await world.runJobs(tenant, "reconcile");
  return (await getJob.run(owner, { jobId })).result;
};

test("the old model answers until the new one is switched to, and then leaves nothing behind", async () => {
  const boats = await add("Moorings", BOATS);
  await add("Kitchen", SOUP);
  expect((await index()).live).toMatchObject({
    model: "letters",
    dimensions: 64,
    passages: 2,
    vectors: 2,
    state: "answering",
  });
  const started = await start("meaning");
  expect(started.candidate).toMatchObject({ status: "filling", dimensions: 96, vectors: 0 });
  expect((await search(QUESTION)).passages[0]?.scores.vector ?? 0).toBeLessThan(0.5);

  const late = await add("Ferries", "A boat leaves each hour from the northern pier.");
  await fill();
  const filled = await candidate();
  expect(filled).toMatchObject({ status: "ready", passages: 3, vectors: 3, uncut: 0 });
  expect(await missing(late, "letters")).toBe(0);
  expect(filled.comparison).toMatchObject({ judged: 3, questions: { heading: 3 } });

  const generationId = filled.id;
  const switched = await switchIndex.run(owner, { twinId, generationId });
  expect(switched).toMatchObject({ live: { model: "meaning", vectors: 3 }, candidate: null });
  const [first, second] = (await search(QUESTION)).passages;
  expect([first?.sourceId, second?.sourceId].sort()).toEqual([boats, late].sort());
  expect(await missing(boats, "letters")).toBe(0);
  await world.runJobs(tenant, "retention");
  expect(await missing(boats, "letters")).toBe(1);
  expect(await reconcile()).toMatchObject({ agrees: true, counted: { vectors: 3 } });
  const events = await owner.transaction((tx) => listAuditEvents(tx, { limit: 50 }));
  expect(events.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["index.start", "index.switch"]),
  );
});

test("what comes after it was filled is taken along before it can be switched to", async () => {
  await add("Moorings", BOATS);
  await start("meaning");
  await fill();
  const { id: generationId } = await candidate();
  await add("Kitchen", SOUP);
  expect(await candidate()).toMatchObject({ status: "filling", passages: 2, vectors: 1 });
  await fill();
  expect(await candidate()).toMatchObject({ status: "ready", vectors: 2 });
  await switchIndex.run(owner, { twinId, generationId });

  await start("letters");
  await addText.run(owner, { twinId, title: "Bells", text: "The bell rings at dusk." });
  await world.runJobs(tenant, "ingestion");
  const again = await candidate();
  const early = switchIndex.run(owner, { twinId, generationId: again.id });
  await expect(early).rejects.toMatchObject({ reason: "index.not_ready" });
  await fill();
  expect(await candidate()).toMatchObject({ status: "ready", passages: 3, vectors: 3 });
});

test("cancelled half-way it leaves what answers as it was, and can be taken up again", async () => {
  const boats = await add("Moorings", BOATS);
  const soup = await add("Kitchen", SOUP);
  await start("meaning");
  const { jobId } = await candidate();
  const paidBefore = provider.double.paid.get("meaning")!.length;
  provider.double.onRequest = async (model) => {
    const isSecond = provider.double.paid.get("meaning")!.length > paidBefore;
    if (model === "meaning" && isSecond) await cancelJob.run(owner, { jobId: jobId! });
  };
  await fill();
  expect((await index()).candidate).toBeNull();
  expect((await missing(boats, "meaning")) + (await missing(soup, "meaning"))).toBe(1);
  expect((await search("boat")).passages[0]).toMatchObject({ sourceId: boats });
  expect((await index()).live).toMatchObject({ model: "letters", vectors: 2 });

  provider.double.onRequest = null;
  await retryJob.run(owner, { jobId: jobId! });
  const before = provider.double.paid.get("meaning")!.length;
  await fill();
  expect(await candidate()).toMatchObject({ status: "ready", vectors: 2 });
  const paid = provider.double.paid.get("meaning")!.slice(before);
  expect(paid.filter((text) => text === BOATS || text === SOUP)).toHaveLength(1);

  await dropIndex.run(owner, { twinId, generationId: (await candidate()).id });
  // The one that the cancelling asked for looks at what had been dropped by then.
  for (const _ of ["first", "second"]) await world.runJobs(tenant, "retention");
  expect((await missing(boats, "meaning")) + (await missing(soup, "meaning"))).toBe(2);
  const dropped = await owner.transaction((tx) => listDropped(tx, twinId));
  expect(dropped.map(({ reclaimedAt }) => reclaimedAt)).toEqual([expect.any(Date)]);
  expect(await reconcile()).toMatchObject({ agrees: true });
});

test("while its model is gone, a twin answers by words, says so, takes in what is new, and can change", async () => {
  await add("Moorings", BOATS);
  const { ports } = world;
  const configured = ports.embedder;
  provider.double.models.delete("letters");
  ports.embedder = ports.embedders.open("meaning");
  try {
    const { passages } = await search("When must every boat be tied up?");
    expect(passages[0]).toMatchObject({ text: BOATS });
    expect(await index()).toMatchObject({
      live: { model: "letters", state: "model_failing", failure: "model.refused_request" },
      configuredModel: "meaning",
    });
    const soup = await add("Kitchen", SOUP);
    const source = await getSource.run(owner, { sourceId: soup });
    expect(source.status).toBe("live");
    const { items } = await listJobLogs.run(owner, { jobId: source.jobId!, limit: 50 });
    expect(items.map(({ message }) => message).join()).toContain("found by its words alone");
    expect((await search("soup at noon")).passages[0]).toMatchObject({ sourceId: soup });
    expect(await missing(soup, "meaning")).toBe(1);

    await start("meaning");
    await fill();
    await switchIndex.run(owner, { twinId, generationId: (await candidate()).id });
    expect((await search(QUESTION)).passages[0]).toMatchObject({ text: BOATS });
  } finally {
    ports.embedder = configured;
  }
});

test("a model that is set up later is not mixed into what was learned without one", async () => {
  const { ports } = world;
  const { embedder } = ports;
  ports.embedder = null;
  await add("Moorings", BOATS);
  ports.embedder = embedder;
  const soup = await add("Kitchen", SOUP);
  expect(await missing(soup, "letters")).toBe(1);
  expect(await index()).toMatchObject({
    live: { model: null, state: "words", passages: 2 },
    configuredModel: "letters",
  });
  await start("letters");
  await fill();
  await switchIndex.run(owner, { twinId, generationId: (await candidate()).id });
  expect((await index()).live).toMatchObject({ model: "letters", vectors: 2 });
});

test("what visitors asked is asked of both, where the right place is known", async () => {
  await add("Moorings", BOATS);
  await add("Kitchen", SOUP);
  const { id: conversationId } = await startChat.run(owner, { twinId });
  const message = "When must every boat be tied up?";
  for await (const _ of askQuestion(owner, { conversationId, message }));
  await start("meaning");
  await fill();
  expect((await candidate()).comparison).toMatchObject({
    questions: { asked: 1, heading: 2 },
    judged: 3,
    before: { found: 1 },
    after: { found: 1 },
  });
});
