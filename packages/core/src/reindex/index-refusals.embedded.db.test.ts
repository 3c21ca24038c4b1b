import { countMissingVectors } from "@understudy/db/queries/embeddings";
import { findLiveVersion } from "@understudy/db/queries/source-versions";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listJobs } from "../job/jobs.ts";
import type { Context } from "../kernel/context.ts";
import { searchKnowledge } from "../knowledge/search-knowledge.ts";
import { addText } from "../source/add-text.ts";
import { type EmbeddingProvider, openEmbeddingProvider } from "../testing/embedding-provider.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { dropIndex } from "./drop-index.ts";
import { getIndex } from "./get-index.ts";
import { startReindex } from "./start-reindex.ts";
import { switchIndex } from "./switch-index.ts";

const BOATS = "Every boat must be tied up by sunset.";
const SOUP = "Soup is served at noon, bread at one.";

let provider: EmbeddingProvider;
let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
let twinId: string;
beforeAll(async () => {
  provider = await openEmbeddingProvider({
    letters: { dimensions: 64 },
    meaning: { dimensions: 96 },
  });
  world = await openTestWorld(provider.ports);
  tenant = await world.newTenant();
  owner = tenant.as("owner");
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await provider[Symbol.asyncDispose]();
});
beforeEach(async () => {
  twinId = (await createTwin.run(owner, { name: "Harbour" })).id;
});

const add = async (title: string, text: string) => {
  const { id } = await addText.run(owner, { twinId, title, text });
  await world.runJobs(tenant);
  return id;
};
const start = (model: string) => startReindex.run(owner, { twinId, model });
const candidate = async () => (await getIndex.run(owner, { twinId })).candidate!;
const search = (query: string) => searchKnowledge.run(owner, { twinId, query, limit: 5 });
const missing = (sourceId: string, model: string) =>
  owner.transaction(async (tx) => {
    const sourceVersionId = (await findLiveVersion(tx, sourceId))!.id;
    return countMissingVectors(tx, { sourceVersionId, model });
  });

test("refusals", async () => {
  await add("Moorings", BOATS);
  await expect(start("letters")).rejects.toMatchObject({ reason: "index.unchanged" });
  await expect(start("no-such-model")).rejects.toMatchObject({ reason: "index.model_failed" });
  expect(provider.ports.embedders.failureOf("no-such-model")).toBeNull();
  await start("meaning");
  await expect(start("meaning")).rejects.toMatchObject({ reason: "index.in_progress" });
  const generationId = (await candidate()).id;
  const early = switchIndex.run(owner, { twinId, generationId });
  await expect(early).rejects.toMatchObject({ reason: "index.not_ready" });
  const stranger = (await world.newTenant()).as("owner");
  for (const act of [switchIndex, dropIndex]) {
    const foreign = act.run(stranger, { twinId, generationId });
    await expect(foreign).rejects.toMatchObject({ reason: "twin.not_found" });
  }
  await expect(getIndex.run(stranger, { twinId })).rejects.toMatchObject({
    reason: "twin.not_found",
  });
  await dropIndex.run(owner, { twinId, generationId });
  const again = dropIndex.run(owner, { twinId, generationId });
  await expect(again).rejects.toMatchObject({ reason: "index.not_found" });
  const { items } = await listJobs.run(owner, { twinId, kind: "index_fill", limit: 5 });
  expect(items.map(({ status }) => status)).toEqual(["cancelled"]);
});

test("vectors of another size are never held beside those of the same name", async () => {
  await add("Moorings", BOATS);
  provider.double.models.set("letters", { dimensions: 65 });
  expect((await search("boat")).passages[0]).toMatchObject({ text: BOATS });
  const soup = await add("Kitchen", SOUP);
  expect(await missing(soup, "letters")).toBe(1);
  expect((await search("soup")).passages[0]).toMatchObject({ sourceId: soup });
});
