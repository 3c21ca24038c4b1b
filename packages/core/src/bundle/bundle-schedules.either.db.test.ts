import { afterAll, beforeAll, expect, test } from "vitest";
import { openEgress } from "../egress/open-egress.ts";
import { type Site, startSite } from "../egress/testing/start-site.ts";
import { listJobs } from "../job/jobs.ts";
import type { Context } from "../kernel/context.ts";
import { addText } from "../source/add-text.ts";
import { addUrl } from "../source/add-url.ts";
import { resumeSchedules } from "../source/resume-schedules.ts";
import { scheduleSource } from "../source/schedule-source.ts";
import { listSources } from "../source/sources.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { listImports } from "./bundles.ts";
import { duplicateTwin } from "./duplicate-twin.ts";
import { importBundle } from "./import-bundle.ts";
import { bundleOf } from "./testing/bundle-of.ts";

const DAY_MS = 86_400_000;
let site: Site;
let asked = 0;
let here: TestWorld;
let there: TestWorld;
let tenant: TestTenant;
let guest: TestTenant;
let twinId: string;
beforeAll(async () => {
  site = await startSite((_, reply) => {
    asked += 1;
    reply.setHeader("content-type", "text/plain").end("The ferry leaves at nine.");
  });
  const egress = openEgress({ allow: new Set([site.host]), maxBytes: 1_048_576 });
  [here, there] = await Promise.all([openTestWorld({ egress }), openTestWorld({ egress })]);
  [tenant, guest] = [await here.newTenant(), await there.newTenant()];
  const owner = tenant.as("owner");
  twinId = (await createTwin.run(owner, { name: "Ferry" })).id;
  const { id: sourceId } = await addUrl.run(owner, { twinId, url: `${site.url}/times` });
  await addText.run(owner, { twinId, title: "Crew", text: "The crew is two." });
  for (let turns = 0; turns < 2; turns++) await here.runJobs(tenant);
  await scheduleSource.run(owner, { sourceId, every: "weekly" });
});
afterAll(async () => {
  await Promise.all([here[Symbol.asyncDispose](), there[Symbol.asyncDispose]()]);
  await site[Symbol.asyncDispose]();
});

const pageOf = async (owner: Context, id: string) => {
  const { items } = await listSources.run(owner, { twinId: id, limit: 10 });
  return items.find(({ kind }) => kind === "url");
};
const resyncs = async (owner: Context, id: string) =>
  (await listJobs.run(owner, { kind: "resync", twinId: id, limit: 10 })).items;

test("a schedule comes with its twin paused, fetches nothing, and goes on when it is turned on", async () => {
  const owner = guest.as("owner");
  const bytes = await bundleOf(here, tenant, twinId);
  const before = asked;
  const begun = await importBundle.run(owner, { contentBase64: bytes.toString("base64") });
  expect(begun.counts).toMatchObject({ sources: 2, schedules: 1 });
  await there.runJobs(guest, "bundle");
  for (let turns = 0; turns < 3; turns++) await there.runJobs(guest);
  const { items } = await listImports.run(owner, { limit: 10 });
  const imported = items[0]!.twinId!;
  const paused = { status: "live", syncEvery: null, pausedSyncEvery: "weekly", nextSyncAt: null };
  expect(await pageOf(owner, imported)).toMatchObject(paused);
  expect(await resyncs(owner, imported)).toEqual([]);
  expect(asked).toBe(before);

  const stranger = (await there.newTenant()).as("owner");
  await expect(resumeSchedules.run(stranger, { twinId: imported })).rejects.toMatchObject({
    reason: "twin.not_found",
  });
  expect(await resumeSchedules.run(owner, { twinId: imported })).toEqual({ resumed: 1 });
  const page = await pageOf(owner, imported);
  expect(page).toMatchObject({ syncEvery: "weekly", pausedSyncEvery: null });
  expect(Date.parse(page!.nextSyncAt!) - Date.now()).toBeGreaterThan(6 * DAY_MS);
  expect(await resyncs(owner, imported)).toMatchObject([{ status: "queued" }]);
  expect(await resumeSchedules.run(owner, { twinId: imported })).toEqual({ resumed: 0 });
});

test("a copy of a twin waits as well, and another choice settles what was paused", async () => {
  const owner = tenant.as("owner");
  const copy = await duplicateTwin.run(owner, { twinId });
  const page = await pageOf(owner, copy.id);
  expect(page).toMatchObject({ syncEvery: null, pausedSyncEvery: "weekly" });
  const daily = await scheduleSource.run(owner, { sourceId: page!.id, every: "daily" });
  expect(daily).toMatchObject({ syncEvery: "daily", pausedSyncEvery: null });
  expect(await resumeSchedules.run(owner, { twinId: copy.id })).toEqual({ resumed: 0 });
});
