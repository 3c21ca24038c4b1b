import { backdate } from "@understudy/db/testing/backdate";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listAudit } from "../audit/audit-events.ts";
import { listJobs } from "../job/jobs.ts";
import type { Context } from "../kernel/context.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { findTwinForVisitors } from "../visitor/twin-for-visitors.ts";
import { listDeliveries } from "../webhook/deliveries.ts";
import { createWebhook } from "../webhook/webhooks.ts";
import {
  checkVerification,
  getVerification,
  revokeVerification,
  startVerification,
} from "./verifications.ts";

const DOMAIN = "kereva.example";
const records = new Map<string, string[]>();
let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
let twinId: string;
beforeAll(async () => {
  world = await openTestWorld({ resolveTxt: async (name) => records.get(name) ?? [] });
});
beforeEach(async () => {
  records.clear();
  tenant = await world.newTenant();
  owner = tenant.as("owner");
  twinId = (await createTwin.run(owner, { name: "Keeper" })).id;
});
afterAll(() => world[Symbol.asyncDispose]());

const start = (domain = DOMAIN, of = twinId) =>
  startVerification.run(owner, { twinId: of, domain });
const check = () => checkVerification.run(owner, { twinId });
const recheck = () => world.runJobs(tenant, "verification");
const get = async () => (await getVerification.run(owner, { twinId }))!;
const badge = async () =>
  (await owner.transaction((tx) => findTwinForVisitors(tx, twinId, null)))?.proof;
const prove = async () => {
  const { record } = await start();
  records.set(record.name, [record.value]);
  return check();
};
const fail = async (days: number) => {
  records.clear();
  await recheck();
  await backdate(world.db, { table: "twin_verification", column: "failing_since", days });
};

test("a record in the DNS proves the domain; visitors see what was proven, and who listens is told", async () => {
  const { id: webhookId } = await createWebhook.run(owner, {
    url: "https://crm.example/in",
    name: "",
    events: ["verification.proven", "verification.revoked"],
    twinIds: null,
  });
  expect(await getVerification.run(owner, { twinId })).toBeNull();
  const begun = await start();
  expect(begun).toMatchObject({ status: "pending", isShown: false });
  expect(await check()).toMatchObject({
    status: "pending",
    failureReason: "verification.absent",
    checkedAt: expect.any(String),
  });
  expect(await badge()).toBeNull();
  expect(await prove()).toMatchObject({ status: "verified", method: "dns", isShown: true });
  const shown = { domain: DOMAIN, method: "dns", checkedAt: expect.any(String) };
  expect(await badge()).toMatchObject(shown);
  await check();

  await revokeVerification.run(owner, { verificationId: begun.id });
  expect(await badge()).toBeNull();
  const told = await listDeliveries.run(owner, { webhookId, limit: 9 });
  expect(told.items.map(({ type, body }) => [type, JSON.parse(body).data])).toEqual([
    [
      "verification.revoked",
      { twinId, verificationId: begun.id, domain: DOMAIN, reason: "revoked" },
    ],
    ["verification.proven", { twinId, verificationId: begun.id, domain: DOMAIN, method: "dns" }],
  ]);
  const { items } = await listAudit.run(owner, { subjectId: begun.id, limit: 20 });
  const actions = items.map(({ action }) => action.replace("verification.", ""));
  expect(actions.toReversed()).toEqual(["start", "check", "prove", "check", "check", "revoke"]);
  expect((await get()).history.map(({ event }) => event)).toEqual(actions);
});

test("every day it is looked for again; the badge stays three days without it, and then goes", async () => {
  await prove();
  await recheck();
  await fail(2.9);
  expect(await get()).toMatchObject({ status: "verified", isShown: true });
  expect(Date.parse((await get()).standsUntil!) - Date.now()).toBeLessThan(0.11 * 86_400_000);
  await recheck();
  expect(await badge()).not.toBeNull();

  await backdate(world.db, { table: "twin_verification", column: "failing_since", days: 0.2 });
  expect(await badge()).toBeNull();
  await recheck();
  expect(await get()).toMatchObject({ status: "pending", failingSince: null });
  expect((await get()).history[0]).toMatchObject({ event: "lose", reason: "verification.absent" });
  await recheck();
  const waiting = { kind: "verification", status: "queued", limit: 9 } as const;
  expect((await listJobs.run(owner, waiting)).items).toEqual([]);
  await prove();
  expect((await listJobs.run(owner, waiting)).items).toHaveLength(1);
});

test("a proof that is found again within its time counts as ever", async () => {
  const { verifiedAt } = await prove();
  const { record } = await get();
  await fail(1);
  records.set(record.name, [record.value]);
  await recheck();
  expect(await get()).toMatchObject({ failingSince: null, failureReason: null, verifiedAt });
});

test("a token is for one twin and one domain, and dies with what it was for", async () => {
  const first = await start();
  expect((await start()).token).toBe(first.token);
  const { id: other } = await createTwin.run(owner, { name: "Other" });
  expect((await start(DOMAIN, other)).token).not.toBe(first.token);
  await prove();
  await revokeVerification.run(owner, { twinId });
  await expect(check()).rejects.toMatchObject({ reason: "verification.is_revoked" });
  const again = await start();
  expect(again.token).not.toBe(first.token);
  expect((await check()).failureReason).toBe("verification.other");
  await prove();
  const moved = await start("elsewhere.example");
  expect([moved.id, moved.token === again.token]).toEqual([again.id, false]);
  expect(await badge()).toBeNull();
});
