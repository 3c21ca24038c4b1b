import { newId } from "@understudy/db/new-id";
import { countAuthRecords, insertAuthRecord } from "@understudy/db/queries/auth-records";
import { findErasure } from "@understudy/db/queries/erasures";
import { claimJob, handBackJob } from "@understudy/db/queries/job-attempts";
import { saveQuota } from "@understudy/db/queries/quotas";
import { insertReservation } from "@understudy/db/queries/reservations";
import { addSpent, listSpent } from "@understudy/db/queries/spend";
import { saveUnwanted } from "@understudy/db/queries/visitor-notices";
import { inAuth, inTenant } from "@understudy/db/scope";
import { fillTables, type Rows } from "@understudy/db/testing/fill-tables";
import { nameEverywhere, readTenantRows } from "@understudy/db/testing/rows-of-tenant";
import { tamper } from "@understudy/db/testing/tamper";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createJobContext } from "../job/create-job-context.ts";
import type { JobContext } from "../kernel/job.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import type { Erasure, SignedReceipt } from "./contract.ts";
import { erase } from "./erase.job.ts";
import { eraseTenant, eraseTwin, eraseVisitor } from "./erase-subjects.ts";
import { listErasures } from "./erasures.ts";
import { isGenuine } from "./write-receipt.ts";

interface Filled {
  tenant: TestTenant;
  tenantId: string;
  rows: Rows;
  userId: string;
}

let world: TestWorld;
let mine: Filled;
let theirs: Filled;
let untouched: Awaited<ReturnType<typeof readTenantRows>>;

async function fill(): Promise<Filled> {
  const { tenantId, rows } = await fillTables(world.db);
  await nameEverywhere(world.db, rows);
  await tamper(
    world.db,
    "update verified_qna set phrasings = '[]'; update erasures set receipt = null where receipt = '{}'",
  );
  const userId = String(rows.get("memberships")?.user_id);
  for (const key of [`${tenantId}/${newId()}`, String(rows.get("source_versions")?.blob_key)]) {
    await world.ports.blobs.put(key, new TextEncoder().encode("canary"));
  }
  return { tenantId, rows, userId, tenant: world.tenantOf({ tenantId, userId }) };
}

beforeAll(async () => {
  world = await openTestWorld();
  theirs = await fill();
  untouched = await readTenantRows(world.db, theirs.tenantId);
});
beforeEach(async () => {
  mine = await fill();
});
afterAll(() => world[Symbol.asyncDispose]());

/** Someone who is a member here and nowhere else. */
async function joinTenant(): Promise<string> {
  const email = `${newId()}@example.com`;
  const user = await inAuth(world.db, (tx) => insertAuthRecord(tx, "user", { email, name: "Ida" }));
  await tamper(
    world.db,
    `insert into memberships (id, tenant_id, user_id, role)
     values ('${newId()}', '${mine.tenantId}', '${user.id}', 'viewer')`,
  );
  return String(user.id);
}

async function isAccount(userId: string): Promise<boolean> {
  const where = [{ field: "id", operator: "eq", value: userId, connector: "AND" }] as const;
  return (await inAuth(world.db, (tx) => countAuthRecords(tx, "user", [...where]))) > 0;
}

const idOf = (table: string) => String(mine.rows.get(table)?.id);

/** Runs the erasure, and kills its worker at each write in turn: at the first, then at the second, and so on. */
async function runKilled({ id: erasureId, jobId }: Erasure): Promise<SignedReceipt> {
  const { tenantId, tenant } = mine;
  const signal = new AbortController().signal;
  let late: JobContext | undefined;
  for (let survives = 0; survives < 60; survives++) {
    const job = await inTenant(world.db, { tenantId }, (tx) => claimJob(tx, jobId!));
    if (!job) throw new Error("the job is not there to be claimed");
    const base = { ...tenant.as("owner"), actor: { kind: "system", tenantId } as const, signal };
    const ctx = createJobContext(base, job);
    let writes = 0;
    const mortal: JobContext = {
      ...ctx,
      fenced: (work) => {
        if (writes++ >= survives) throw new Error("killed");
        return ctx.fenced(work);
      },
    };
    const run = erase.run(mortal, { erasureId });
    const end = await run.then(
      () => "done",
      (error: Error) => error.message,
    );
    if (end === "done") break;
    expect(end).toBe("killed");
    late ??= ctx;
    await ctx.fenced((tx) => handBackJob(tx, jobId!));
  }
  const row = await inTenant(world.db, { tenantId }, (tx) => findErasure(tx, erasureId));
  expect(row?.completedAt).toBeTruthy();
  expect(row?.scope).toBeNull();
  await expect(late!.fenced(async () => "written")).rejects.toThrow(/superseded/);
  return row!.receipt as SignedReceipt;
}

const canaries = (texts: Iterable<readonly string[]>) =>
  new Set([...texts].flat().flatMap((text) => text.match(/canary-[\w-]+/g) ?? []));

/** What was asked for is gone, its receipt is genuine, and the other tenant has every row as it was. */
async function prove(receipt: SignedReceipt, kept: readonly string[]): Promise<void> {
  expect(isGenuine(receipt)).toBe(true);
  const forged = structuredClone(receipt);
  forged.receipt.verified.rowsLeft = 1;
  expect(isGenuine(forged)).toBe(false);
  expect(receipt.receipt.verified).toMatchObject({ rowsLeft: 0, filesLeft: 0, vectorsLeft: 0 });
  expect(receipt.receipt.verified.tablesSearched).toBeGreaterThan(30);
  expect(receipt.receipt.kept.map(({ what }) => what).sort()).toEqual([...kept].sort());
  expect(await readTenantRows(world.db, theirs.tenantId)).toEqual(untouched);
  const files = world.ports.blobs.keys.filter((key) => key.startsWith(theirs.tenantId));
  expect(files).toHaveLength(1);
}

test("a visitor goes from every table that names them, whenever the worker is killed", async () => {
  const owner = mine.tenant.as("owner");
  const visitorId = idOf("visitors");
  const address = { twinId: idOf("twins"), email: String(mine.rows.get("visitors")?.email) };
  const spent = [{ subjectId: visitorId, tokens: 1, microCost: 1 }];
  await owner.transaction(async (tx) => {
    await saveUnwanted(tx, address);
    await saveQuota(tx, visitorId, { messagesPerDay: 1 });
    await addSpent(tx, mine.tenantId, spent);
    const kept = { subjectId: address.twinId, others: [visitorId], tokens: 5, microCost: 0 };
    await insertReservation(tx, { ...kept, seconds: 60 });
  });
  const asked = await eraseVisitor.run(owner, { visitorId });
  expect(await eraseVisitor.run(owner, { visitorId })).toEqual(asked);
  const receipt = await runKilled(asked);
  await prove(receipt, ["audit_events", "erasures", "unwanted_mail"]);
  // A call for them that was under way is the twin's from now on.
  const [ofTwin] = await owner.transaction((tx) => listSpent(tx, [address.twinId]));
  expect(ofTwin).toMatchObject({ tokens: 5 });
  expect(receipt.receipt.removed).toMatchObject({ visitors: 1, conversations: 1, messages: 1 });
  const rows = await readTenantRows(world.db, mine.tenantId);
  for (const table of ["visitors", "conversations", "messages", "citations", "message_words"]) {
    expect(rows.get(table), table).toBeUndefined();
  }
  expect(rows.get("sources")).toHaveLength(1);
  await expect(eraseVisitor.run(owner, { visitorId })).rejects.toMatchObject({
    reason: "visitor.not_found",
  });
  const { items } = await listErasures.run(owner, { limit: 10 });
  expect(items.map(({ status }) => status)).toContain("completed");
});

test("a twin goes with all that is its own, whenever the worker is killed", async () => {
  const owner = mine.tenant.as("owner");
  const twinId = idOf("twins");
  const wrong = eraseTwin.run(owner, { twinId, confirm: "another" });
  await expect(wrong).rejects.toMatchObject({ reason: "erasure.not_confirmed" });
  const confirm = String(mine.rows.get("twins")?.name);
  const receipt = await runKilled(await eraseTwin.run(owner, { twinId, confirm }));
  await prove(receipt, ["audit_events", "erasures"]);
  const rows = await readTenantRows(world.db, mine.tenantId);
  const stillNaming = [...rows].filter(([table, all]) => {
    return !["erasures", "audit_events"].includes(table) && all.some((row) => row.includes(twinId));
  });
  expect(stillNaming).toEqual([]);
  const ownFile = String(mine.rows.get("source_versions")?.blob_key);
  expect(world.ports.blobs.keys).not.toContain(ownFile);
});

test("a tenant goes with everything but its log, whenever the worker is killed", async () => {
  const owner = mine.tenant.as("owner");
  const member = await joinTenant();
  const before = canaries((await readTenantRows(world.db, mine.tenantId)).values());
  const confirm = String(mine.rows.get("tenants")?.name);
  const receipt = await runKilled(await eraseTenant.run(owner, { confirm, inDays: 0 }));
  await prove(receipt, ["audit_events", "erasures"]);
  const rows = await readTenantRows(world.db, mine.tenantId);
  expect([...rows.keys()].sort()).toEqual(["audit_events", "erasures"]);
  const residue = canaries(rows.values());
  expect(before.size).toBeGreaterThan(residue.size);
  expect(world.ports.blobs.keys.filter((key) => key.startsWith(mine.tenantId))).toEqual([]);
  expect(await isAccount(member)).toBe(false);
  expect(await isAccount(mine.userId)).toBe(true);
  const [place] = await owner.accounts.listTenants(mine.userId);
  const elsewhere = world.tenantOf({ tenantId: place!.tenantId, userId: mine.userId });
  const { items } = await listErasures.run(elsewhere.as("owner"), { limit: 10 });
  expect(items.map((item) => item.receipt)).toEqual([receipt]);
});
