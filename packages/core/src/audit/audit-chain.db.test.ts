import { tamper } from "@understudy/db/testing/tamper";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/context.ts";
import { authorize } from "../kernel/use-case.ts";
import { openTestWorld, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { listAudit } from "./audit-events.ts";
import { exportAudit } from "./export-audit.ts";
import { sealEvents } from "./seal-events.ts";
import { verifyAudit } from "./verify-audit.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openTestWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const seal = (owner: Context) =>
  sealEvents({ db: world.db, vault: world.ports.vault, log: owner.log });
const make = (owner: Context, name: string) => createTwin.run(owner, { name });
const verify = (owner: Context, head?: { sequence: number; hash: string } | null) =>
  verifyAudit.run(owner, head ? { head } : {});

/** A tenant with a sealed chain of four events. */
async function openChain() {
  const tenant = await world.newTenant();
  const owner = tenant.as("owner");
  for (const name of ["One", "Two", "Three", "Four"]) await make(owner, name);
  await seal(owner);
  return { owner, where: `tenant_id = '${tenant.tenantId}'` };
}

test("events are sealed once each, in their order, and the chain goes on from its end", async () => {
  const { owner } = await openChain();
  const first = await verify(owner);
  expect(first).toMatchObject({ isWhole: true, checked: 4, unsealed: 0, firstFault: null });
  await make(owner, "Five");
  expect(await verify(owner)).toMatchObject({ isWhole: true, checked: 4, unsealed: 1 });
  await Promise.all([seal(owner), seal(owner), seal(owner)]);
  const grown = await verify(owner, first.head);
  expect(grown).toMatchObject({ isWhole: true, checked: 5, unsealed: 0, head: { sequence: 5 } });
  const { items } = await listAudit.run(owner, { limit: 10, action: "twin.create" });
  expect(items.map(({ sequence }) => sequence)).toEqual([5, 4, 3, 2, 1]);
  expect(items[0]?.actor).toMatchObject({ kind: "user", name: "Test" });
});

test.each([
  ["altered", "update audit_events set action = 'twin.read' where sequence = 3 and"],
  ["altered", "update audit_events set actor_id = gen_random_uuid() where sequence = 3 and"],
  ["altered", "update audit_events set details = '{\"a\": 1}' where sequence = 3 and"],
  [
    "altered",
    "update audit_events set created_at = created_at - interval '1 day' where sequence = 3 and",
  ],
  ["missing", "delete from audit_events where sequence = 3 and"],
])("what someone with the database's password has done is named: %s by %s", async (fault, done) => {
  const { owner, where } = await openChain();
  await tamper(world.db, `${done} ${where}`);
  const verdict = await verify(owner);
  expect(verdict).toMatchObject({ isWhole: false, checked: 2, firstFault: { sequence: 3, fault } });
});

test("an event that is put in, and two that change places, are named", async () => {
  const put = await openChain();
  await tamper(
    world.db,
    `insert into audit_events (id, tenant_id, actor_kind, action, subject_kind, outcome, sequence, previous_hash, hash)
     select gen_random_uuid(), tenant_id, 'system', 'twin.create', 'twin', 'allowed', 5, hash, hash
     from audit_events where sequence = 4 and ${put.where}`,
  );
  expect(await verify(put.owner)).toMatchObject({ firstFault: { sequence: 5, fault: "altered" } });
  const swapped = await openChain();
  await tamper(
    world.db,
    `update audit_events set sequence = -sequence where sequence in (2, 3) and ${swapped.where};
     update audit_events set sequence = 5 + sequence where sequence in (-2, -3) and ${swapped.where}`,
  );
  expect(await verify(swapped.owner)).toMatchObject({
    firstFault: { sequence: 2, fault: "altered" },
  });
});

test("an end that was cut off, and a chain that was made anew, show against a head that was kept", async () => {
  const { owner, where } = await openChain();
  const { head } = await verify(owner);
  await tamper(world.db, `delete from audit_events where sequence = 4 and ${where}`);
  expect(await verify(owner)).toMatchObject({ isWhole: true });
  expect(await verify(owner, head)).toMatchObject({
    firstFault: { sequence: 4, fault: "missing" },
  });
  await make(owner, "Instead");
  await seal(owner);
  expect(await verify(owner)).toMatchObject({ isWhole: true, checked: 4 });
  expect(await verify(owner, head)).toMatchObject({ firstFault: { fault: "head_differs" } });
});

test("what was refused is in the log, and the log can be narrowed", async () => {
  const tenant = await world.newTenant();
  const viewer = tenant.as("viewer");
  await expect(authorize(viewer, "twin.write")).rejects.toMatchObject({
    reason: "permission.missing",
  });
  const twin = await make(tenant.as("owner"), "Seen");
  const denied = await listAudit.run(tenant.as("owner"), { limit: 10, outcome: "denied" });
  expect(denied.items).toMatchObject([{ action: "twin.write", outcome: "denied" }]);
  const about = await listAudit.run(tenant.as("owner"), { limit: 10, subjectId: twin.id });
  expect(about.items).toMatchObject([{ action: "twin.create", outcome: "allowed" }]);
  const none = await listAudit.run(tenant.as("owner"), {
    limit: 10,
    until: "2001-01-01T00:00:00Z",
  });
  expect(none.items).toEqual([]);
});

test("the log goes out as a file whose cells no program takes for a formula, and says so in itself", async () => {
  const { owner } = await openChain();
  const csv = await exportAudit.run(owner, { format: "csv" });
  const [head, ...lines] = csv.text.trim().split("\n");
  expect(head).toMatch(/^sequence,at,actorKind/);
  expect(lines).toHaveLength(4);
  expect(csv.nextCursor).toBeNull();
  const json = await exportAudit.run(owner, { format: "jsonl" });
  const events = json.text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(events.map(({ action }) => action)).toEqual([
    "audit.export",
    ...Array(4).fill("twin.create"),
  ]);
});

test("a key for some of the twins reads nothing of it", async () => {
  const key = (await world.newTenant()).asKey([crypto.randomUUID()]);
  for (const read of [
    () => listAudit.run(key, { limit: 10 }),
    () => verifyAudit.run(key, {}),
    () => exportAudit.run(key, { format: "csv" }),
  ]) {
    await expect(read()).rejects.toMatchObject({ reason: "key.narrowed" });
  }
});
