import type { JobKind } from "@understudy/db/column-values";
import { claimJob, fence } from "@understudy/db/queries/job-attempts";
import { findActiveJob } from "@understudy/db/queries/jobs";
import { lockSource } from "@understudy/db/queries/same-source";
import { awaitWaiter } from "@understudy/db/testing/await-waiter";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/context.ts";
import { openTestWorld, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { addText } from "./add-text.ts";
import { addUrl } from "./add-url.ts";
import { editNote } from "./edit-note.ts";
import { scheduleSource } from "./schedule-source.ts";

let world: TestWorld;
let owner: Context;
let twinId: string;
beforeAll(async () => {
  world = await openTestWorld();
  owner = (await world.newTenant()).as("owner");
  twinId = (await createTwin.run(owner, { name: "Keeper" })).id;
});
afterAll(() => world[Symbol.asyncDispose]());

/** The job's attempt writes what it found about its source, and `change` comes at the worst moment. */
async function changeWhileWritten(
  { sourceId, kind }: { sourceId: string; kind: JobKind },
  change: () => Promise<unknown>,
) {
  const job = await owner.transaction(async (tx) => {
    const active = await findActiveJob(tx, { subjectId: sourceId, kind });
    return claimJob(tx, active!.id);
  });
  const held = Promise.withResolvers<void>();
  const written = owner.transaction(async (tx) => {
    await fence(tx, { jobId: job!.id, attempt: job!.attempt });
    held.resolve();
    await awaitWaiter(tx);
    await lockSource(tx, sourceId);
  });
  await Promise.race([held.promise, written]);
  const [changed] = await Promise.all([change(), written]);
  return changed;
}

test("a note is edited while its processing ends", async () => {
  const { id: sourceId } = await addText.run(owner, {
    twinId,
    title: "Lamp",
    text: "It burns oil.",
  });
  const text = "It burns gas.";
  const edited = changeWhileWritten({ sourceId, kind: "ingestion" }, () =>
    editNote.run(owner, { sourceId, text }),
  );
  expect(await edited).toMatchObject({ id: sourceId });
});

test("a schedule is changed while its turn begins", async () => {
  const { id: sourceId } = await addUrl.run(owner, { twinId, url: "https://lamp.example/" });
  await scheduleSource.run(owner, { sourceId, every: "daily" });
  const changed = changeWhileWritten({ sourceId, kind: "resync" }, () =>
    scheduleSource.run(owner, { sourceId, every: "weekly" }),
  );
  expect(await changed).toMatchObject({ id: sourceId, syncEvery: "weekly" });
});
