import { ensureVectorTable } from "@understudy/db/vector-table";
import { ModelFailure } from "@understudy/rag/chat/model-failure";
import { pineconeIndex } from "@understudy/rag/vector/pinecone-index";
import { startPineconeDouble } from "@understudy/rag/vector/testing/pinecone-double";
import type { VectorIndex } from "@understudy/rag/vector/vector-index";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getJob } from "../job/jobs.ts";
import type { Context } from "../kernel/context.ts";
import { pgvectorIndex } from "../knowledge/pgvector-index.ts";
import { searchKnowledge } from "../knowledge/search-knowledge.ts";
import type { VectorStore } from "../knowledge/vector-store.ts";
import { startReconcile } from "../reconcile/start-reconcile.ts";
import { addText } from "../source/add-text.ts";
import { type EmbeddingProvider, openEmbeddingProvider } from "../testing/embedding-provider.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { dropIndex } from "./drop-index.ts";
import { getIndex } from "./get-index.ts";
import { startReindex } from "./start-reindex.ts";
import { switchIndex } from "./switch-index.ts";

const call = { signal: new AbortController().signal, correlationId: "test" };
const NEW = { model: "meaning", dimensions: 96 };
const OLD = { model: "letters", dimensions: 64 };

/** At which step the store is down, and whether what was asked of it was done before. */
type Outage = { at: keyof VectorIndex; isDone: boolean };

let provider: EmbeddingProvider;
let world: TestWorld;
let pinecone: Awaited<ReturnType<typeof startPineconeDouble>>;
let outage: Outage | null = null;
beforeAll(async () => {
  provider = await openEmbeddingProvider({
    letters: { dimensions: OLD.dimensions },
    meaning: { dimensions: NEW.dimensions, synonyms: { vessel: "boat" } },
  });
  pinecone = await startPineconeDouble({ delayMs: 5 });
  world = await openTestWorld(provider.ports);
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await pinecone[Symbol.asyncDispose]();
  await provider[Symbol.asyncDispose]();
});

function failing(index: VectorIndex): VectorIndex {
  const down = () => new ModelFailure("model.unreachable", "The store is down.");
  const steps = Object.entries(index).map(([name, step]) => [
    name,
    async (...args: unknown[]) => {
      if (outage?.at === name && !outage.isDone) throw down();
      const reply = await step(...args);
      if (outage?.at === name) throw down();
      return reply;
    },
  ]);
  return Object.fromEntries(steps);
}

const stores: Record<string, () => VectorStore> = {
  pgvector: () => ({
    kind: "pgvector",
    open: async (ctx, of) => failing(pgvectorIndex(ctx, (await ensureVectorTable(world.db, of))!)),
  }),
  pinecone: () => {
    const place = { baseUrl: pinecone.baseUrl, cloud: "aws", region: "us-east-1" };
    const limits = { searchTimeoutMs: 500, writeTimeoutMs: 1_500 };
    const known = new Map<string, VectorIndex>();
    return {
      kind: "pinecone",
      open: async (_, { model, dimensions }) => {
        const name = `understudy-${model}`;
        const index =
          known.get(name) ?? pineconeIndex({ apiKey: "k", name, dimensions, ...place, ...limits });
        known.set(name, index);
        return failing(index);
      },
    };
  },
};

describe.each(Object.keys(stores))("%s", (kind) => {
  let tenant: TestTenant;
  let owner: Context;
  let twinId: string;

  async function openTwin() {
    outage = null;
    world.ports.vectorStore = stores[kind]!();
    tenant = await world.newTenant();
    owner = tenant.as("owner");
    twinId = (await createTwin.run(owner, { name: "Harbour" })).id;
    for (const text of ["Every boat must be tied up by sunset.", "Soup is served at noon."]) {
      await addText.run(owner, { twinId, title: text.slice(0, 5), text });
    }
    await world.runJobs(tenant);
  }
  const stored = async (of: typeof NEW) =>
    (await (await world.ports.vectorStore!.open(owner, of)).listSegments(twinId, call)).length;
  const candidate = async () => (await getIndex.run(owner, { twinId })).candidate;
  const run = async (jobKind: "index_fill" | "retention", broken: Outage | null = null) => {
    outage = broken;
    await world.runJobs(tenant, jobKind);
    outage = null;
  };
  const first = async (query: string) =>
    (await searchKnowledge.run(owner, { twinId, query, limit: 1 })).passages[0]?.text;
  const reconcile = async () => {
    const { id: jobId } = await startReconcile.run(owner, {});
    await world.runJobs(tenant, "reconcile");
    return (await getJob.run(owner, { jobId })).result;
  };

  test.each([
    ["before a write", { at: "upsert", isDone: false }],
    ["between a write and its commit", { at: "upsert", isDone: true }],
  ] as const)(
    "down %s: not ready, the old index answers, and the next attempt makes it whole",
    async (_, broken) => {
      await openTwin();
      await startReindex.run(owner, { twinId, model: "meaning" });
      await run("index_fill", broken);
      expect(await candidate()).toMatchObject({ status: "filling" });
      expect(await first("boat")).toContain("boat");
      const early = switchIndex.run(owner, { twinId, generationId: (await candidate())!.id });
      await expect(early).rejects.toMatchObject({ reason: "index.not_ready" });
      await run("index_fill");
      expect(await candidate()).toMatchObject({ status: "ready", vectors: 2 });
      expect([await stored(OLD), await stored(NEW)]).toEqual([2, 2]);
      await switchIndex.run(owner, { twinId, generationId: (await candidate())!.id });
      expect(await first("vessel")).toContain("boat");
      await run("retention", { at: "removeNamespace", isDone: false });
      expect(await stored(OLD)).toBe(2);
      await run("retention");
      expect([await stored(OLD), await stored(NEW)]).toEqual([0, 2]);
      expect(await reconcile()).toMatchObject({ agrees: true, counted: { storedVectors: 2 } });
    },
  );

  test("what an attempt writes after it was dropped is found and removed", async () => {
    await openTwin();
    await startReindex.run(owner, { twinId, model: "meaning" });
    await run("index_fill", { at: "upsert", isDone: true });
    await dropIndex.run(owner, { twinId, generationId: (await candidate())!.id });
    await run("retention");
    expect([await stored(OLD), await stored(NEW)]).toEqual([2, 0]);
    const late = {
      segmentId: crypto.randomUUID(),
      ordinal: 0,
      values: new Float32Array(96).fill(0.1),
    };
    await (await world.ports.vectorStore!.open(owner, NEW)).upsert(twinId, [late], call);
    expect(await reconcile()).toMatchObject({ repaired: { storedVectorsOrphaned: 1 } });
    expect([await stored(OLD), await stored(NEW)]).toEqual([2, 0]);
    expect(await first("boat")).toContain("boat");
  });

  test("down while it is asked, words answer", async () => {
    await openTwin();
    outage = { at: "search", isDone: false };
    expect(await first("When must a boat be tied up?")).toContain("boat");
  });
});
