import { finishJob } from "@understudy/db/queries/job-attempts";
import { SourceRejected } from "@understudy/rag/parse/source-rejected";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getJob } from "../job/jobs.ts";
import { retryJob } from "../job/retry-job.ts";
import type { Context } from "../kernel/context.ts";
import { insertReconcile } from "../reconcile/plan-reconcile.ts";
import { addFile as add } from "../testing/add-file.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { replaceSource } from "./replace-file.ts";
import { retryAllFailed } from "./retry-all-failed.ts";
import { retryFailed } from "./retry-failed.ts";
import { getSource } from "./sources.ts";
import { listSyncs } from "./syncs.ts";

let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
let twinId: string;

beforeAll(async () => {
  world = await openTestWorld({
    parse: () => Promise.reject(new SourceRejected("source.encrypted", "It needs a password.")),
  });
  tenant = await world.newTenant();
  owner = tenant.as("owner");
  twinId = (await createTwin.run(owner, { name: "Keeper" })).id;
});
afterAll(() => world[Symbol.asyncDispose]());

const get = (sourceId: string) => getSource.run(owner, { sourceId });
const addFile = (text: string) => add(world, tenant, { twinId, text });
const syncs = async (sourceId: string) =>
  (await listSyncs.run(owner, { sourceId, limit: 10 })).items;
const replace = (sourceId: string) =>
  replaceSource.run(owner, { sourceId, fileName: "new.md", contentBase64: "bmV3" });

describe("what has failed", () => {
  test("is tried again as the same job, one or all, and only while it is the newest", async () => {
    const [first, second] = [await addFile("locked 1"), await addFile("locked 2")];
    await world.runJobs(tenant);
    const failed = await getJob.run(owner, { jobId: first.jobId! });
    expect(failed).toMatchObject({ status: "failed", attempt: 1 });
    const retried = await retryJob.run(owner, { jobId: failed.id });
    expect(retried).toMatchObject({ id: failed.id, status: "queued", attempt: 1, maxAttempts: 5 });
    expect(retried.failure).toBeUndefined();
    expect(await get(first.id)).toMatchObject({ status: "processing", jobId: first.jobId });
    await expect(retryJob.run(owner, { jobId: failed.id })).rejects.toMatchObject({
      reason: "job.not_failed",
    });
    await world.runJobs(tenant);
    expect(await retryFailed.run(owner, { twinId })).toEqual({ retried: 2 });
    expect(await get(second.id)).toMatchObject({ status: "processing" });
    await world.runJobs(tenant);
    expect((await syncs(second.id)).map(({ status }) => status)).toEqual(["failed", "failed"]);
    await replace(first.id);
    await world.runJobs(tenant);
    await expect(retryJob.run(owner, { jobId: failed.id })).rejects.toMatchObject({
      reason: "job.superseded",
    });
    const stranger = (await world.newTenant()).as("owner");
    await expect(retryJob.run(stranger, { jobId: failed.id })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

test("whatever has failed in any twin is tried again at once, and nothing of other tenants", async () => {
  const own = await world.newTenant();
  const as = own.as("owner");
  const twins = [1, 2].map((number) => createTwin.run(as, { name: `Keeper ${number}` }));
  const added = [];
  for (const { id } of await Promise.all(twins))
    added.push(await add(world, own, { twinId: id, text: `locked ${id}` }));
  const other = await addFile("locked elsewhere");
  for (const each of [own, tenant]) await world.runJobs(each);
  await as.transaction(async (tx) => {
    const jobId = await insertReconcile(tx, own.tenantId, 0);
    await finishJob(tx, { jobId, status: "failed", failure: { reason: "a", message: "b" } });
  });
  expect(await retryAllFailed.run(as, {})).toEqual({ sources: 2, jobs: 1 });
  expect(await retryAllFailed.run(as, {})).toEqual({ sources: 0, jobs: 0 });
  for (const { id } of added)
    expect(await getSource.run(as, { sourceId: id })).toMatchObject({ status: "processing" });
  expect(await get(other.id)).toMatchObject({ status: "failed" });
});
