import { claimJob, handBackJob } from "@understudy/db/queries/job-attempts";
import { listJobLogs } from "@understudy/db/queries/job-logs";
import { findJob, insertJob } from "@understudy/db/queries/jobs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/context.ts";
import { openTestWorld, type TestWorld } from "../testing/open-test-world.ts";
import { keepJournal } from "./keep-journal.ts";

let world: TestWorld;
let owner: Context;
beforeAll(async () => {
  world = await openTestWorld();
  owner = (await world.newTenant()).as("owner");
});
afterAll(() => world[Symbol.asyncDispose]());

async function begin() {
  return owner.transaction(async (tx) => {
    const subjectId = crypto.randomUUID();
    const jobId = await insertJob(tx, { kind: "notice", payload: {}, maxAttempts: 3, subjectId });
    const { attempt } = (await claimJob(tx, jobId))!;
    return { jobId, attempt };
  });
}
const linesOf = async (jobId: string) =>
  (await owner.transaction((tx) => listJobLogs(tx, { jobId, limit: 9 }))).map(
    ({ stage, message }) => `${stage}: ${message}`,
  );

test("what is told in quick succession is written at once, in its order, with the last progress", async () => {
  const { jobId, attempt } = await begin();
  let writes = 0;
  const counting: Context = {
    ...owner,
    transaction: (work) => {
      writes++;
      return owner.transaction(work);
    },
  };
  const journal = keepJournal(counting, { jobId, attempt });
  for (const [i, stage] of ["parse", "chunk", "index"].entries()) {
    await journal.report({ stage, progress: i / 4 });
    await journal.note({ level: "info", stage, message: `${stage} finished` });
  }
  await journal.flush();
  expect(writes).toBe(1);
  const told = ["parse: parse finished", "chunk: chunk finished", "index: index finished"];
  expect(await linesOf(jobId)).toEqual(told);
  const job = await owner.transaction((tx) => findJob(tx, jobId));
  expect(job).toMatchObject({ stage: "index", progress: 0.5 });
  await journal.flush();
  expect(writes).toBe(1);
});

test("of an attempt that lost its job the words are kept, the progress is not", async () => {
  const { jobId, attempt } = await begin();
  const journal = keepJournal(owner, { jobId, attempt });
  await journal.report({ stage: "late", progress: 0.9 });
  await journal.note({ level: "warn", stage: "late", message: "still here" });
  await owner.transaction((tx) => handBackJob(tx, jobId));
  await journal.flush();
  expect(await linesOf(jobId)).toEqual(["late: still here"]);
  const job = await owner.transaction((tx) => findJob(tx, jobId));
  expect(job).toMatchObject({ stage: null, progress: 0 });
});
