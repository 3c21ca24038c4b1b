import { claimJob, succeedJobs } from "@understudy/db/queries/job-attempts";
import { inTenant } from "@understudy/db/scope";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createBelief } from "../belief/create-belief.ts";
import { listJobs } from "../job/jobs.ts";
import type { Context } from "../kernel/context.ts";
import { dismissFinding, listFindings } from "../knowledge/findings.ts";
import { createOverlay } from "../overlay/create-overlay.ts";
import { addText } from "../source/add-text.ts";
import { editNote } from "../source/edit-note.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { createVerifiedAnswer } from "../verified-answer/create-verified-answer.ts";
import { updateVerifiedAnswer } from "../verified-answer/update-verified-answer.ts";
import { checkContentHealth, getContentHealth } from "./content-health.ts";
import { listImpacts, lookAtVerifiedAnswer, measureSyncImpact } from "./impacts.ts";
import { startHealthCheck } from "./plan-health-check.ts";

const FOURTEEN = "A refund is paid within 14 days of the return.";
const THIRTY = "Refunds are paid within 30 days of the return.";

let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
beforeAll(async () => {
  world = await openTestWorld();
  tenant = await world.newTenant();
  owner = tenant.as("owner");
});
afterAll(() => world[Symbol.asyncDispose]());

const newTwin = async () => (await createTwin.run(owner, { name: "Keeper" })).id;
/** What is taken in first, then looked at. */
async function work() {
  await world.runJobs(tenant);
  await world.runJobs(tenant, "health_check");
}
async function teach(twinId: string, title: string, text: string) {
  const { id } = await addText.run(owner, { twinId, title, text });
  await work();
  return id;
}
/** Apart from what is merely alike. */
const open = async (twinId: string) =>
  (await listFindings.run(owner, { twinId, status: "open", limit: 20 })).items.filter(
    ({ kind }) => kind !== "near_duplicate",
  );

test("two sources that say otherwise are found with both sentences, once however often it looks", async () => {
  const twinId = await newTwin();
  const old = await teach(twinId, "Old terms", `${FOURTEEN} Shipping is free.`);
  const now = await teach(twinId, "New terms", `We ship daily. ${THIRTY}`);
  await checkContentHealth.run(owner, { twinId });
  await work();
  const [finding, ...others] = await open(twinId);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ kind: "contradiction", sourceId: now, otherSourceId: old });
  expect(finding!.contradiction!.in).toBe("number");
  expect(
    finding!.contradiction!.sides.map(({ text, start, end }) => text.slice(start, end)),
  ).toEqual([THIRTY, FOURTEEN]);
  expect(await getContentHealth.run(owner, { twinId })).toMatchObject({
    open: { contradiction: 1 },
  });
});

test("one check of a twin at a time: the next one waits until the first has ended", async () => {
  const twinId = await newTwin();
  const { tenantId } = tenant;
  const first = await inTenant(world.db, { tenantId }, async (tx) => {
    const jobId = await startHealthCheck(tx, twinId);
    return (await claimJob(tx, jobId))!;
  });
  await teach(twinId, "Terms", FOURTEEN);
  const checks = async (status: "queued" | "succeeded") =>
    (await listJobs.run(owner, { status, kind: "health_check", twinId, limit: 9 })).items;
  expect(await checks("succeeded")).toEqual([]);
  await inTenant(world.db, { tenantId }, (tx) => succeedJobs(tx, [first]));
  const [waiting] = await checks("queued");
  await work();
  expect((await checks("succeeded")).map(({ id }) => id)).toContain(waiting!.id);
});

test("what is being taken in is looked at when it is there, unless somebody asked for it now", async () => {
  const twinId = await newTwin();
  await teach(twinId, "Terms", FOURTEEN);
  await addText.run(owner, { twinId, title: "New terms", text: THIRTY });
  const done = async () =>
    (await listJobs.run(owner, { status: "succeeded", kind: "health_check", twinId, limit: 9 }))
      .items.length;
  const before = await done();
  await world.runJobs(tenant, "health_check");
  expect(await done()).toBe(before);
  await checkContentHealth.run(owner, { twinId });
  await world.runJobs(tenant, "health_check");
  expect(await done()).toBe(before + 1);
  await work();
  expect(await open(twinId)).toHaveLength(1);
});

test("what is dismissed stays so while it says the same, and goes when it is not said any more", async () => {
  const twinId = await newTwin();
  await teach(twinId, "Old terms", FOURTEEN);
  const now = await teach(twinId, "New terms", THIRTY);
  await dismissFinding.run(owner, { findingId: (await open(twinId))[0]!.id });
  await editNote.run(owner, { sourceId: now, text: `${THIRTY} Mail us first.` });
  await work();
  expect(await open(twinId)).toEqual([]);
  await editNote.run(owner, {
    sourceId: now,
    text: "Refunds are paid within 60 days of the return.",
  });
  await work();
  const [finding] = await open(twinId);
  await editNote.run(owner, {
    sourceId: now,
    text: "Refunds are paid within 14 days of the return.",
  });
  await work();
  expect(finding).toMatchObject({ kind: "contradiction" });
  expect(await open(twinId)).toEqual([]);
});

test("hiding the passage that is wrong settles it", async () => {
  const twinId = await newTwin();
  await teach(twinId, "Old terms", FOURTEEN);
  await teach(twinId, "New terms", THIRTY);
  const [finding] = await open(twinId);
  const wrong = finding!.contradiction!.sides.find(({ text }) => text === FOURTEEN)!;
  await createOverlay.run(owner, { chunkId: wrong.chunkId!, kind: "hide" });
  await work();
  expect(await open(twinId)).toEqual([]);
});

test("a verified answer and a belief are held against the sources, by what their question says too", async () => {
  const twinId = await newTwin();
  const sourceId = await teach(twinId, "Prices", "A first session costs 60 euros.");
  const asked = { question: "What does a first session cost?", phrasings: [], reviewBy: null };
  const { id: verifiedAnswerId } = await createVerifiedAnswer.run(owner, {
    twinId,
    ...asked,
    answer: "It costs 40 euros.",
  });
  const belief = await createBelief.run(owner, {
    twinId,
    statement: "A first session costs 20 euros.",
    scope: null,
  });
  await work();
  const found = await open(twinId);
  expect(
    found.map(({ sourceId: id, otherSourceId, verifiedAnswerId: vouched }) => [
      id,
      otherSourceId,
      vouched,
    ]),
  ).toEqual(
    expect.arrayContaining([
      [sourceId, null, verifiedAnswerId],
      [belief.id, sourceId, null],
    ]),
  );
  await updateVerifiedAnswer.run(owner, { verifiedAnswerId, answer: "It costs 60 euros." });
  await work();
  const left = await open(twinId);
  expect(left.filter((one) => one.verifiedAnswerId && one.sourceId === sourceId)).toEqual([]);
});

test("a text that was read wrongly, and a promise for a year gone by, are told", async () => {
  const twinId = await newTwin();
  await teach(
    twinId,
    "Broken",
    "Der G\u00c3\u00a4rtner gie\u00c3\u009ft die Blumen im Garten am Abend. ".repeat(8),
  );
  await teach(twinId, "Plans", "The tower was built in 1901. It will be painted in 2021.");
  const found = await open(twinId);
  expect(found.map(({ kind, fault }) => [kind, fault!.because]).sort()).toEqual([
    ["garbled", "mojibake"],
    ["stale", "past_date"],
  ]);
});

test("a verified answer is warned of when a sentence that bears on it changes, until it is looked at", async () => {
  const twinId = await newTwin();
  const sourceId = await teach(twinId, "Prices", "A first session costs 40 euros. Dogs may come.");
  const { id: verifiedAnswerId } = await createVerifiedAnswer.run(owner, {
    twinId,
    question: "What does a first session cost?",
    phrasings: [],
    answer: "It costs 40 euros.",
    reviewBy: null,
  });
  await work();
  const warnings = async () =>
    (await listImpacts.run(owner, { twinId, isOpen: true, limit: 10 })).items;
  await editNote.run(owner, {
    sourceId,
    text: "A first session costs 40 euros. No dogs may come.",
  });
  await work();
  expect(await warnings()).toEqual([]);
  await editNote.run(owner, {
    sourceId,
    text: "A first session costs 60 euros. No dogs may come.",
  });
  await work();
  const [warning, ...others] = await warnings();
  expect(others).toEqual([]);
  expect(warning).toMatchObject({
    verifiedAnswerId,
    sourceId,
    before: "A first session costs 40 euros.",
    after: "A first session costs 60 euros.",
  });
  const { syncId } = warning!;
  const rests = await measureSyncImpact.run(owner, { syncId: syncId! });
  expect(rests).toMatchObject({ answers: 0, items: [{ verifiedAnswerId }] });
  await lookAtVerifiedAnswer.run(owner, { verifiedAnswerId });
  await checkContentHealth.run(owner, { twinId });
  await work();
  expect(await warnings()).toEqual([]);
});
