import { createHash } from "node:crypto";
import { deleteUnusedVectors, insertCachedVectors } from "@understudy/db/queries/cached-vectors";
import { findCachedVectors } from "@understudy/db/queries/embeddings";
import { finishJob } from "@understudy/db/queries/job-attempts";
import { findActiveJob } from "@understudy/db/queries/jobs";
import { setSyncEvery } from "@understudy/db/queries/schedules";
import { findLiveVersion } from "@understudy/db/queries/source-versions";
import { deleteSomeChunks, markReclaimed } from "@understudy/db/queries/superseded-versions";
import type { TenantTx } from "@understudy/db/scope";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { getJob, listJobs } from "../job/jobs.ts";
import type { Context } from "../kernel/context.ts";
import { searchKnowledge } from "../knowledge/search-knowledge.ts";
import { addText } from "../source/add-text.ts";
import { makeBlobKey } from "../source/blob-key.ts";
import { editNote } from "../source/edit-note.ts";
import { getSource } from "../source/sources.ts";
import { listSyncs } from "../source/syncs.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { createVerifiedAnswer } from "../verified-answer/create-verified-answer.ts";
import { startReconcile } from "./start-reconcile.ts";

const LONG_AGO_KEY = "01900000-0000-7000-8000-000000000000";
const opened: Promise<TestWorld> = openTestWorld();
let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
let twinId: string;
beforeEach(async () => {
  world = await opened;
  tenant = await world.newTenant();
  owner = tenant.as("owner");
  twinId = (await createTwin.run(owner, { name: "Keeper" })).id;
});
afterAll(() => world[Symbol.asyncDispose]());

const get = (sourceId: string) => getSource.run(owner, { sourceId });
async function addLive(text: string) {
  const { id } = await addText.run(owner, { twinId, title: "Note", text });
  await world.runJobs(tenant);
  return id;
}
async function reconcile() {
  const { id: jobId } = await startReconcile.run(owner, {});
  await world.runJobs(tenant, "reconcile");
  const { status, result } = await getJob.run(owner, { jobId });
  expect(status).toBe("succeeded");
  return result;
}
const found = async (query: string) =>
  (await searchKnowledge.run(owner, { twinId, query, limit: 5 })).passages[0]?.text ?? "";
const liveVersion = async (tx: TenantTx, sourceId: string) =>
  (await findLiveVersion(tx, sourceId))!.id;

describe("what is kept", () => {
  test("agrees after everyday work, and is looked at again the next day", async () => {
    const sourceId = await addLive("The lamp burns oil.");
    await editNote.run(owner, { sourceId, text: "The lamp burns gas." });
    await world.runJobs(tenant);
    expect(await reconcile()).toEqual({
      agrees: true,
      counted: {
        live: 1,
        processing: 0,
        failed: 0,
        versions: 2,
        passages: 2,
        vectors: 0,
        indexes: 2,
        files: 2,
        superseded: 1,
      },
      repaired: {},
      left: {},
    });
    const { items } = await listJobs.run(owner, { kind: "reconcile", status: "queued", limit: 5 });
    expect(items).toHaveLength(1);
    expect(Date.parse(items[0]!.dueAt) - Date.now()).toBeGreaterThan(80_000_000);
    await world.runJobs(tenant, "retention");
    expect(await reconcile()).toMatchObject({
      agrees: true,
      counted: { versions: 1, passages: 1, indexes: 1, files: 1, superseded: 0 },
    });
  });

  test("is taken up again where a job vanished, with its sync at its end", async () => {
    const { id: sourceId } = await addText.run(owner, {
      twinId,
      title: "Lost",
      text: "Lost words.",
    });
    await owner.transaction(async (tx) => {
      const job = await findActiveJob(tx, { subjectId: sourceId, kind: "ingestion" });
      await finishJob(tx, { jobId: job!.id, status: "succeeded" });
    });
    expect(await reconcile()).toMatchObject({
      agrees: false,
      repaired: { sourcesRestarted: 1, syncsEnded: 1 },
      left: {},
    });
    await world.runJobs(tenant);
    expect(await get(sourceId)).toMatchObject({ status: "live" });
    const { items } = await listSyncs.run(owner, { sourceId, limit: 5 });
    expect(items.map(({ status }) => status)).toEqual(["succeeded", "failed"]);
    expect(await reconcile()).toMatchObject({ agrees: true });
  });

  test("is made whole where passages or their index are gone", async () => {
    const [first, second] = [await addLive("Gulls nest in April."), await addLive("Terns in May.")];
    await owner.transaction(async (tx) => {
      await deleteSomeChunks(tx, { sourceVersionId: await liveVersion(tx, first), limit: 10 });
    });
    expect(await reconcile()).toMatchObject({ repaired: { passages: 1 } });
    await world.runJobs(tenant);
    expect(await found("When do gulls nest?")).toContain("April");
    const old = await owner.transaction((tx) => liveVersion(tx, second));
    await editNote.run(owner, { sourceId: second, text: "Terns nest in June." });
    await world.runJobs(tenant);
    await owner.transaction((tx) => markReclaimed(tx, old));
    expect(await reconcile()).toMatchObject({ repaired: { remains: 1 } });
    expect(await reconcile()).toMatchObject({ agrees: true });
    expect(await found("When do terns nest?")).toContain("June");
  });

  test("loses the bytes that no version refers to, but not those on their way", async () => {
    await addLive("Rope is sold by the fathom.");
    const { tenantId } = tenant;
    const onItsWay = makeBlobKey(tenantId);
    for (const key of [onItsWay, `${tenantId}/${LONG_AGO_KEY}`]) {
      await world.ports.blobs.put(key, Uint8Array.of(1));
    }
    expect(await reconcile()).toMatchObject({ repaired: { filesOrphaned: 1 } });
    const own = () => world.ports.blobs.keys.filter((key) => key.startsWith(tenantId));
    expect(own()).toHaveLength(2);
    for (const key of own().filter((key) => key !== onItsWay)) await world.ports.blobs.remove(key);
    expect(await reconcile()).toMatchObject({ agrees: false, left: { filesMissing: 1 } });
  });

  test("keeps the vectors of what is there, and of what went not long ago", async () => {
    const asked = "When does the ferry leave?";
    const verified = { twinId, question: asked, answer: "At nine.", phrasings: [], reviewBy: null };
    await createVerifiedAnswer.run(owner, verified);
    const live = "Rope is sold by the fathom.";
    await addLive(live);
    const texts = [live, asked, "Nobody says this any more."];
    const rows = texts.map((text) => ({
      contentHash: createHash("sha256").update(text).digest(),
      vector: Float32Array.of(1, 2),
    }));
    const contentHashes = rows.map(({ contentHash }) => contentHash);
    const known = { model: "m", contentHashes };
    const stranger = (await world.newTenant()).as("owner");
    for (const one of [owner, stranger])
      await one.transaction((tx) => insertCachedVectors(tx, { model: "m", rows }));
    const prune = (olderThanDays: number) =>
      owner.transaction((tx) => deleteUnusedVectors(tx, { olderThanDays, limit: 100 }));
    expect(await prune(30)).toBe(0);
    expect(await prune(0)).toBe(1);
    const left = await owner.transaction((tx) => findCachedVectors(tx, known));
    expect([...left.keys()].sort()).toEqual(
      contentHashes
        .slice(0, 2)
        .map((hash) => hash.toString("hex"))
        .sort(),
    );
    expect((await stranger.transaction((tx) => findCachedVectors(tx, known))).size).toBe(3);
  });

  test("has a next turn wherever there is a schedule", async () => {
    const sourceId = await addLive("The ferry leaves at nine.");
    await owner.transaction((tx) => setSyncEvery(tx, { sourceId, syncEvery: "weekly" }));
    expect(await reconcile()).toMatchObject({ repaired: { schedules: 1 } });
    expect((await get(sourceId)).nextSyncAt).not.toBeNull();
  });

  test("is nobody's to look at with a key for some twins", async () => {
    const key = tenant.asKey([twinId]);
    await expect(startReconcile.run(key, {})).rejects.toMatchObject({ reason: "key.narrowed" });
  });
});
