import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openEgress } from "../egress/open-egress.ts";
import { type Site, startSite } from "../egress/testing/start-site.ts";
import { listJobs } from "../job/jobs.ts";
import type { Context } from "../kernel/context.ts";
import { searchKnowledge } from "../knowledge/search-knowledge.ts";
import { addFile } from "../testing/add-file.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { addUrl } from "./add-url.ts";
import { removeSource } from "./remove-source.ts";
import { scheduleSource } from "./schedule-source.ts";
import { getSource } from "./sources.ts";

const DAY_MS = 86_400_000;
let site: Site;
let page = "";
let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
let twinId: string;

beforeAll(async () => {
  site = await startSite((_, reply) => {
    reply.setHeader("content-type", "text/plain");
    reply.end(page);
  });
  const egress = openEgress({ allow: new Set([site.host]), maxBytes: 1_048_576 });
  world = await openTestWorld({ egress });
  tenant = await world.newTenant();
  owner = tenant.as("owner");
  twinId = (await createTwin.run(owner, { name: "Keeper" })).id;
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
});

const get = (sourceId: string) => getSource.run(owner, { sourceId });
const found = async (query: string) =>
  (await searchKnowledge.run(owner, { twinId, query, limit: 5 })).passages[0]?.text ?? "";

describe("a schedule", () => {
  async function addPage(text: string) {
    page = text;
    const { id } = await addUrl.run(owner, { twinId, url: `${site.url}/${text.length}` });
    await world.runJobs(tenant);
    return id;
  }
  const turns = async (sourceId: string) =>
    (await listJobs.run(owner, { kind: "resync", subjectId: sourceId, limit: 100 })).items;

  test("waits for its turn, syncs, and waits for the next; another replaces it, none ends it", async () => {
    const sourceId = await addPage("The ferry leaves at nine.");
    const scheduled = await scheduleSource.run(owner, { sourceId, every: "daily" });
    const inMs = Date.parse(scheduled.nextSyncAt!) - Date.now();
    expect(Math.abs(inMs - DAY_MS)).toBeLessThan(60_000);
    page = "The ferry leaves at ten.";
    await world.runJobs(tenant, "resync");
    await world.runJobs(tenant);
    expect(await found("When does the ferry leave?")).toContain("ten");
    expect(await get(sourceId)).toMatchObject({
      syncEvery: "daily",
      nextSyncAt: expect.any(String),
      lastRefresh: { trigger: "schedule", status: "succeeded", passages: { added: 1, removed: 1 } },
    });
    const weekly = await scheduleSource.run(owner, { sourceId, every: "weekly" });
    expect(Date.parse(weekly.nextSyncAt!) - Date.now()).toBeGreaterThan(6 * DAY_MS);
    expect((await turns(sourceId)).filter(({ status }) => status === "queued")).toHaveLength(1);
    const ended = await scheduleSource.run(owner, { sourceId, every: null });
    expect(ended).toMatchObject({ syncEvery: null, nextSyncAt: null });
    expect((await turns(sourceId)).filter(({ status }) => status === "queued")).toHaveLength(0);
  });

  test("goes on while the source is removed, without a sync", async () => {
    const sourceId = await addPage("The mail comes on Fridays.");
    await scheduleSource.run(owner, { sourceId, every: "monthly" });
    await removeSource.run(owner, { sourceId });
    await world.runJobs(tenant, "resync");
    expect((await turns(sourceId)).map(({ status }) => status).sort()).toEqual([
      "queued",
      "succeeded",
    ]);
    const ingestions = await listJobs.run(owner, {
      kind: "ingestion",
      subjectId: sourceId,
      limit: 10,
    });
    expect(ingestions.items).toHaveLength(1);
  });

  test("is for what came from the web", async () => {
    const { id: sourceId } = await addFile(world, tenant, { twinId, text: "The shed is red." });
    const refused = scheduleSource.run(owner, { sourceId, every: "daily" });
    await expect(refused).rejects.toMatchObject({ reason: "source.not_from_web" });
  });
});
