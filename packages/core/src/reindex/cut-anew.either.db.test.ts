import { findLiveVersion } from "@understudy/db/queries/source-versions";
import type { ChatModel } from "@understudy/rag/chat/chat-model";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { getJob } from "../job/jobs.ts";
import type { Context } from "../kernel/context.ts";
import { searchKnowledge } from "../knowledge/search-knowledge.ts";
import { createOverlay } from "../overlay/create-overlay.ts";
import { listOverlays } from "../overlay/overlays.ts";
import type { NewExpectation } from "../quality/contract.ts";
import { createTest } from "../quality/write-test.ts";
import { startReconcile } from "../reconcile/start-reconcile.ts";
import { getSourceFile } from "../source/get-source-file.ts";
import { replaceSource } from "../source/replace-file.ts";
import { listSourceChunks } from "../source/source-text.ts";
import { getSource } from "../source/sources.ts";
import { listSyncs } from "../source/syncs.ts";
import { updateSourceSettings } from "../source/update-source-settings.ts";
import { addFile } from "../testing/add-file.ts";
import { type EmbeddingProvider, openEmbeddingProvider } from "../testing/embedding-provider.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { dropIndex } from "./drop-index.ts";
import { getIndex } from "./get-index.ts";
import { startReindex } from "./start-reindex.ts";
import { switchIndex } from "./switch-index.ts";

const SMALL = { targetWords: 60, overlapWords: 0 };

/** Each topic a section of 240 words. */
const handbook = ["lamp", "bell", "gate"]
  .map((topic) => {
    const days = Array.from(
      { length: 24 },
      (_, day) => `The ${topic} is seen from tower ${day} on day ${day}.`,
    );
    return `# The ${topic}\n\n${days.join(" ")}`;
  })
  .join("\n\n");

let provider: EmbeddingProvider;
let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
let twinId: string;
let sourceId: string;
beforeAll(async () => {
  provider = await openEmbeddingProvider({ letters: { dimensions: 64 } });
  world = await openTestWorld(provider.ports);
  tenant = await world.newTenant();
  owner = tenant.as("owner");
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await provider[Symbol.asyncDispose]();
});
beforeEach(async () => {
  twinId = (await createTwin.run(owner, { name: "Keeper" })).id;
  sourceId = (await addFile(world, tenant, { twinId, text: handbook })).id;
  await world.runJobs(tenant);
});

const index = () => getIndex.run(owner, { twinId });
const fill = () => world.runJobs(tenant, "index_fill");
const passages = async () => (await listSourceChunks.run(owner, { sourceId, limit: 100 })).items;
const search = async (query: string) =>
  (await searchKnowledge.run(owner, { twinId, query, limit: 5 })).passages;
const start = () => startReindex.run(owner, { twinId, chunking: SMALL });
const bytes = async () => {
  const { blobKey } = await getSourceFile.run(owner, { sourceId });
  return world.ports.blobs.read(blobKey);
};
const reconcile = async () => {
  const { id: jobId } = await startReconcile.run(owner, {});
  await world.runJobs(tenant, "reconcile");
  return (await getJob.run(owner, { jobId })).result;
};

/** Copies a sentence of a short passage, and finds nothing in long ones. */
const readsShort: ChatModel = {
  model: "reads-short",
  async *stream({ messages }) {
    const [, text = ""] =
      /<passage-\w+ number="1">\nFrom: [^\n]*\n([\s\S]*?)\n<\/passage-/.exec(
        messages.at(-1)!.content,
      ) ?? [];
    const [sentence = ""] = /The [^.\n]+ on day \d+/.exec(text) ?? [];
    const isShort = text.split(" ").length < 100;
    yield { type: "text", text: isShort ? `${sentence}. ⟦1|${sentence}⟧` : "⟦none⟧" };
    yield { type: "end", finishReason: "stop", usage: null };
  },
};

const addTest = (question: string, expectation: NewExpectation) =>
  createTest.run(owner, { twinId, question, expectations: [expectation], origin: "hand" });

/** Its own tests are answered from both by a model that can tell them apart. */
async function fillTried() {
  const { id: refusing } = await addTest("When is the bell seen?", { kind: "refuses" });
  const cites = { kind: "cites_source", sourceId } as const;
  const { id: citing } = await addTest("From which tower is the bell seen?", cites);
  world.ports.chat = readsShort;
  await fill().finally(() => {
    world.ports.chat = null;
  });
  return { refusing, citing };
}

test("a twin is cut anew beside what answers, keeps its corrections, and gives back the old passages", async () => {
  const before = await passages();
  const lamp = before.find(({ text }) => text.includes("The lamp is seen"))!;
  await createOverlay.run(owner, { chunkId: lamp.id, kind: "hide" });
  await world.runJobs(tenant);
  await start();
  const { refusing, citing } = await fillTried();
  const { candidate, live } = await index();
  expect(live).toMatchObject({ passages: before.length, uncut: 0 });
  expect(candidate!.passages).toBeGreaterThan(2 * before.length);
  expect(candidate).toMatchObject({
    status: "ready",
    vectors: candidate!.passages,
    comparison: {
      judged: 3,
      after: { found: 1 },
      tests: {
        total: 2,
        before: 1,
        after: 1,
        changes: [
          { testId: refusing, before: "passed", after: "failed" },
          { testId: citing, before: "failed", after: "passed" },
        ],
      },
    },
  });
  expect((await passages()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));

  const gate = before.find(({ text }) => text.includes("The gate is seen"))!;
  await createOverlay.run(owner, { chunkId: gate.id, kind: "pin" });
  expect((await index()).candidate).toMatchObject({ status: "filling" });
  await fill();
  await switchIndex.run(owner, { twinId, generationId: candidate!.id });
  const after = await passages();
  expect(after.length).toBe(candidate!.passages);
  expect((await search("bell tower 17")).length).toBeGreaterThan(0);
  const { items } = await listOverlays.run(owner, { twinId, limit: 10 });
  expect(items.map(({ status }) => status)).toEqual(["unmatched", "unmatched"]);
  expect(items.map(({ original }) => original)).toEqual([gate.text, lamp.text]);

  await world.runJobs(tenant, "retention");
  expect(new TextDecoder().decode(await bytes())).toBe(handbook);
  expect(await reconcile()).toMatchObject({ agrees: true });
  const [newest] = (await listSyncs.run(owner, { sourceId, limit: 5 })).items;
  expect(newest).toMatchObject({ trigger: "recut", status: "succeeded" });
  expect(newest!.passages.added).toBe(after.length);
});

test("a correction whose passage stays whole stays with it", async () => {
  const note = "# Oil\n\nThe lamp burns oil.";
  sourceId = (await addFile(world, tenant, { twinId, text: note })).id;
  await world.runJobs(tenant);
  const [oil] = await passages();
  await createOverlay.run(owner, { chunkId: oil!.id, kind: "edit", text: "The lamp burns gas." });
  await world.runJobs(tenant);
  await start();
  await fill();
  await switchIndex.run(owner, { twinId, generationId: (await index()).candidate!.id });
  expect((await passages())[0]).toMatchObject({ text: "The lamp burns gas.", state: "corrected" });
  expect((await search("What does the lamp burn?"))[0]).toMatchObject({ corrected: true });
});

test("dropped, it leaves no passage behind, and what comes is cut as before", async () => {
  const before = await passages();
  await start();
  await fill();
  await dropIndex.run(owner, { twinId, generationId: (await index()).candidate!.id });
  await world.runJobs(tenant, "retention");
  expect(await passages()).toEqual(before);
  expect(await reconcile()).toMatchObject({ agrees: true });
  expect(new TextDecoder().decode(await bytes())).toBe(handbook);
});

test("one source is cut by a setting of its own, from the text that was read, and back", async () => {
  const before = await passages();
  const { blobKey } = await getSourceFile.run(owner, { sourceId });
  const set = (chunking: typeof SMALL | null) =>
    updateSourceSettings.run(owner, { sourceId, chunking });
  expect(await set(SMALL)).toMatchObject({ chunking: SMALL, refreshing: true, status: "live" });
  await expect(set(null)).rejects.toMatchObject({ reason: "source.processing" });
  expect((await passages()).length).toBe(before.length);
  await world.runJobs(tenant);
  expect((await passages()).length).toBeGreaterThan(2 * before.length);
  const { lastRefresh } = await getSource.run(owner, { sourceId });
  expect(lastRefresh).toMatchObject({ trigger: "recut", status: "succeeded" });
  expect(await getSourceFile.run(owner, { sourceId })).toMatchObject({ blobKey });
  expect(await set(SMALL)).toMatchObject({ refreshing: false });
  await set(null);
  await world.runJobs(tenant);
  expect((await passages()).map(({ text }) => text)).toEqual(before.map(({ text }) => text));

  await set(SMALL);
  await world.runJobs(tenant);
  const long = { targetWords: 500, overlapWords: 0 };
  const { candidate } = await startReindex.run(owner, { twinId, chunking: long });
  expect(candidate).toMatchObject({ chunking: long, uncut: 0 });
});

test("a sync that comes while it is cut anew keeps its text", async () => {
  await start();
  await fill();
  const { id: generationId } = (await index()).candidate!;
  const live = await owner.transaction((tx) => findLiveVersion(tx, sourceId));
  const contentBase64 = Buffer.from(`${handbook}\n\n# The horn\n\nThe horn is new.`).toString(
    "base64",
  );
  await replaceSource.run(owner, { sourceId, fileName: "keeper.md", contentBase64 });
  await world.runJobs(tenant, "ingestion");
  const early = switchIndex.run(owner, { twinId, generationId });
  await expect(early).rejects.toMatchObject({ reason: "index.not_ready" });
  await fill();
  await switchIndex.run(owner, { twinId, generationId });
  expect((await search("What is new about the horn?"))[0]!.text).toContain("The horn is new.");
  const now = await owner.transaction((tx) => findLiveVersion(tx, sourceId));
  expect(now!.number).toBeGreaterThan(live!.number);
  await world.runJobs(tenant, "retention");
  expect(await reconcile()).toMatchObject({ agrees: true });
});
