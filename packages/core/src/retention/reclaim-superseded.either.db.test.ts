import { listChunks } from "@understudy/db/queries/chunks";
import { listSegments } from "@understudy/db/queries/segments";
import { findNewestVersion, getSourceVersion } from "@understudy/db/queries/source-versions";
import { countSuperseded } from "@understudy/db/queries/superseded-versions";
import type { Embedder } from "@understudy/rag/embed/embedder";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askQuestion } from "../conversation/ask-question.ts";
import { startChat } from "../conversation/conversations.ts";
import { getConversation } from "../conversation/operate/get-conversation.ts";
import { getJob, listJobs } from "../job/jobs.ts";
import type { Context } from "../kernel/context.ts";
import { addText } from "../source/add-text.ts";
import { editNote } from "../source/edit-note.ts";
import { listSyncChanges } from "../source/list-sync-changes.ts";
import { getSource } from "../source/sources.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";

const OIL = "The lamp of Kereva burns rapeseed oil in winter.";
const GAS = "The lamp of Kereva burns gas in winter.";
const embedder: Embedder = {
  model: "counting",
  maxBatchSize: 8,
  embed: async (texts) => texts.map((text) => Float32Array.of(text.length, 1)),
};

let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
let twinId: string;
beforeAll(async () => {
  world = await openTestWorld({ embedder });
  tenant = await world.newTenant();
  owner = tenant.as("owner");
  twinId = (await createTwin.run(owner, { name: "Keeper" })).id;
});
afterAll(() => world[Symbol.asyncDispose]());

const reclaims = async () =>
  (await listJobs.run(owner, { kind: "retention", status: "queued", limit: 10 })).items;
const superseded = () => owner.transaction((tx) => countSuperseded(tx, twinId));

async function ask(message: string): Promise<string> {
  const { id: conversationId } = await startChat.run(owner, { twinId });
  for await (const _ of askQuestion(owner, { conversationId, message }));
  return conversationId;
}
async function citationOf(conversationId: string) {
  const { messages } = await getConversation.run(owner, { conversationId });
  return messages.at(-1)?.citations[0];
}
async function leftOf(sourceVersionId: string) {
  const { blobKey } = await owner.transaction((tx) => getSourceVersion(tx, sourceVersionId));
  return owner.transaction(async (tx) => ({
    chunks: (await listChunks(tx, { sourceVersionId, afterOrdinal: -1, limit: 10 })).length,
    segments: (await listSegments(tx, [sourceVersionId])).length,
    blobs: world.ports.blobs.keys.filter((key) => key === blobKey).length,
  }));
}

test("an old version is reclaimed in its time, down to nothing, and what cites it keeps its quote", async () => {
  const { id: sourceId } = await addText.run(owner, { twinId, title: "Lamp", text: OIL });
  await world.runJobs(tenant);
  const conversationId = await ask("What does the lamp of Kereva burn in winter?");
  expect(await citationOf(conversationId)).toMatchObject({ chunkId: expect.any(String) });
  const old = await owner.transaction((tx) => findNewestVersion(tx, sourceId));
  expect(await reclaims()).toEqual([]);

  await editNote.run(owner, { sourceId, text: GAS });
  await world.runJobs(tenant);
  const [planned, ...more] = await reclaims();
  expect(more).toEqual([]);
  expect(Date.parse(planned!.dueAt) - Date.now()).toBeGreaterThan(600_000);
  expect(await leftOf(old!.id)).toEqual({ chunks: 1, segments: 1, blobs: 1 });

  await world.runJobs(tenant, "retention");
  expect(await leftOf(old!.id)).toEqual({ chunks: 0, segments: 0, blobs: 0 });
  expect(await superseded()).toBe(0);
  expect(await getJob.run(owner, { jobId: planned!.id })).toMatchObject({
    status: "succeeded",
    result: { versions: 1 },
  });
  expect(await citationOf(conversationId)).toMatchObject({
    chunkId: null,
    quote: expect.stringContaining("rapeseed oil"),
  });
  const { lastRefresh, chunkCount } = await getSource.run(owner, { sourceId });
  expect(chunkCount).toBe(1);
  const changes = await listSyncChanges.run(owner, { syncId: lastRefresh!.id, limit: 10 });
  expect(changes.items.map(({ change, text }) => [change, text])).toEqual([
    ["added", GAS],
    ["removed", OIL],
  ]);
  expect(await reclaims()).toEqual([]);
});

test("what is superseded after a reclaim was asked for waits for the next one", async () => {
  const { id: sourceId } = await addText.run(owner, { twinId, title: "Bell", text: "It rings." });
  await world.runJobs(tenant);
  await editNote.run(owner, { sourceId, text: "It rings at noon." });
  await world.runJobs(tenant);
  await editNote.run(owner, { sourceId, text: "It rings at dusk." });
  await world.runJobs(tenant);
  expect(await superseded()).toBe(2);
  await world.runJobs(tenant, "retention");
  expect(await superseded()).toBe(1);
  expect(await reclaims()).toHaveLength(1);
  await world.runJobs(tenant, "retention");
  expect(await superseded()).toBe(0);
});
