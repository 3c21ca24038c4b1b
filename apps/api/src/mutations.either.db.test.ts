import { randomUUID } from "node:crypto";
import { frozenRows, listAudited } from "@understudy/db/testing/read-traces";
import { afterAll, beforeAll, expect, it } from "vitest";
import { procedures } from "./testing/procedures.ts";
import { settleJobs } from "./testing/settle-jobs.ts";
import { startTestApp, type TestApp } from "./testing/start-test-app.ts";
import { call, makeTenantWorld, sampleInput, type TenantWorld } from "./testing/tenant-world.ts";

/** What is not the caller's to say, in whatever else is asked. */
const SMUGGLED = {
  id: randomUUID(),
  tenantId: randomUUID(),
  ownerId: randomUUID(),
  userId: randomUUID(),
  createdAt: "2001-01-01T00:00:00.000Z",
  status: "live",
  quota: 1_000_000,
  isPublic: true,
};
/** What is on no record of the tenant's, and why not. */
const UNRECORDED: Record<string, string> = {
  "chat.start": "one's own asking",
  "chat.stop": "one's own asking",
  "chat.resume": "one's own asking",
  "chat.feedback": "one's own opinion",
  "conversation.rename": "a title in one's own list",
  "tenant.create": "stands in the new tenant's log",
  "knowledge.rehearse": "changes nothing",
  "quality.draftTests": "changes nothing: its drafts are kept by another call",
  "verifiedAnswer.previewImport": "changes nothing",
  "audience.previewImport": "changes nothing",
  "governance.preview": "changes nothing",
  "accessGroup.setVisibility": "the sample names no content",
  "job.retryFailed": "no job has failed here",
  "release.publish": "tests come first, and the run is on record",
};
const LAST = /remove|revoke|archive|erase|leave|switch|dismiss|cancel|undo|drop|block/i;

let app: TestApp;
let world: TenantWorld;
beforeAll(async () => {
  app = await startTestApp();
  await app.work();
  world = await makeTenantWorld(app.url, "Ada");
  await settleJobs(app);
});
afterAll(() => app[Symbol.asyncDispose]());

it("each that changes something is on record once, and changes nothing that is not its to change", async () => {
  const { db } = app.resources;
  const before = await frozenRows(db, world.ids.tenantId);
  const mutations = procedures.filter(({ type }) => type === "mutation");
  const inOrder = [
    ...mutations.filter(({ path }) => !LAST.test(path)),
    ...mutations.filter(({ path }) => LAST.test(path)),
  ];
  const broken: string[] = [];
  const done: { path: string; correlationId: string }[] = [];
  for (const procedure of inOrder) {
    const input = { ...SMUGGLED, ...sampleInput(procedure, world.ids) };
    const reply = await call(world.owner, procedure, input);
    await reply.arrayBuffer();
    if (reply.status >= 500) broken.push(procedure.path);
    const correlationId = reply.headers.get("x-correlation-id") ?? "";
    if (reply.ok) done.push({ path: procedure.path, correlationId });
  }
  expect(broken).toEqual([]);
  expect(done.length).toBeGreaterThan(40);
  const audited = await listAudited(db, world.ids.tenantId);
  const unrecorded = done.filter(({ correlationId }) => !audited.has(correlationId));
  expect(unrecorded.map(({ path }) => path).filter((path) => !(path in UNRECORDED))).toEqual([]);
  const after = new Map((await frozenRows(db, world.ids.tenantId)).map((row) => [row.key, row]));
  const still = before.filter(({ key }) => after.has(key));
  expect(still.length).toBeGreaterThan(20);
  expect(still.map(({ key }) => after.get(key))).toEqual(still);
});
