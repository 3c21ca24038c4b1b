import { findLiveVersion } from "@understudy/db/queries/source-versions";
import type { Embedder } from "@understudy/rag/embed/embedder";
import { pineconeIndex } from "@understudy/rag/vector/pinecone-index";
import {
  type PineconeDouble,
  startPineconeDouble,
} from "@understudy/rag/vector/testing/pinecone-double";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getJob } from "../job/jobs.ts";
import { addText } from "../source/add-text.ts";
import { editNote } from "../source/edit-note.ts";
import { removeSource } from "../source/remove-source.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { startReconcile } from "./start-reconcile.ts";

const embedder: Embedder = {
  model: "lengths",
  maxBatchSize: 8,
  embed: async (texts) => texts.map((text) => Float32Array.of(text.length, 1)),
};
const call = { signal: new AbortController().signal, correlationId: "test" };

let pinecone: PineconeDouble;
let index: ReturnType<typeof pineconeIndex>;
let world: TestWorld;
let tenant: TestTenant;
beforeAll(async () => {
  pinecone = await startPineconeDouble({ delayMs: 5 });
  index = pineconeIndex({
    apiKey: "k",
    baseUrl: pinecone.baseUrl,
    name: "understudy-lengths",
    dimensions: 2,
    cloud: "aws",
    region: "us-east-1",
    searchTimeoutMs: 500,
    writeTimeoutMs: 1_500,
  });
  const vectorStore = { kind: "pinecone", open: async () => index } as const;
  world = await openTestWorld({ embedder, vectorStore });
  tenant = await world.newTenant();
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await pinecone[Symbol.asyncDispose]();
});

test("vectors are those of the passages that are there, after loss, leftovers, reclaim and purge", async () => {
  const owner = tenant.as("owner");
  const twinId = (await createTwin.run(owner, { name: "Keeper" })).id;
  const stored = () => index.listSegments(twinId, call);
  const liveId = (sourceId: string) =>
    owner.transaction(async (tx) => (await findLiveVersion(tx, sourceId))!.id);
  const reconcile = async () => {
    const { id: jobId } = await startReconcile.run(owner, {});
    await world.runJobs(tenant, "reconcile");
    await world.runJobs(tenant);
    return (await getJob.run(owner, { jobId })).result;
  };
  const note = { twinId, title: "Lamp", text: "The lamp burns oil." };
  const { id: sourceId } = await addText.run(owner, note);
  await world.runJobs(tenant);
  expect(await reconcile()).toMatchObject({ agrees: true, counted: { storedVectors: 1 } });

  const stray = { segmentId: crypto.randomUUID(), ordinal: 0, values: Float32Array.of(1, 0) };
  await index.upsert(twinId, [stray], call);
  await index.removeSegment(twinId, await liveId(sourceId), call);
  expect(await reconcile()).toMatchObject({
    repaired: { storedVectorsMissing: 1, storedVectorsOrphaned: 1 },
  });
  expect(await stored()).toEqual([await liveId(sourceId)]);

  await editNote.run(owner, { sourceId, text: "The lamp burns gas." });
  await world.runJobs(tenant);
  expect(await stored()).toHaveLength(2);
  await world.runJobs(tenant, "retention");
  expect(await stored()).toEqual([await liveId(sourceId)]);
  expect(await reconcile()).toMatchObject({ agrees: true });

  await removeSource.run(owner, { sourceId });
  await world.runJobs(tenant, "retention");
  expect(await stored()).toEqual([]);
});
