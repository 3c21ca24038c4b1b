import { backdate } from "@understudy/db/testing/backdate";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { pruneOldCalls } from "../retention/prune-calls.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { listTwins } from "../twin/twins.ts";
import { runOnce } from "./run-once.ts";

let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
beforeAll(async () => {
  world = await openTestWorld();
});
beforeEach(async () => {
  tenant = await world.newTenant();
  owner = tenant.as("owner");
});
afterAll(() => world[Symbol.asyncDispose]());

const call = (name: string, place = 0) => {
  return { input: createTwin.input.parse({ name }), procedure: "twin.create", key: "k1", place };
};
const create = (ctx: Context, name = "Keeper") => runOnce(ctx, createTwin, call(name));
const names = async (ctx = owner) =>
  (await listTwins.run(ctx, { archived: false, limit: 100 })).items.map(({ name }) => name);
/** A twin is made, and then something else happens. */
const creating = (then: (ctx: Context) => Promise<unknown>, before = async (_: Context) => {}) =>
  useCase({
    ...createTwin,
    run: async (ctx, input) => {
      await before(ctx);
      const twin = await createTwin.run(ctx, input);
      await then(ctx);
      return twin;
    },
  });
const outage = async () => {
  throw new Error("the process died");
};
const days = (column: string, count: number) =>
  backdate(world.db, { table: "idempotent_calls", column, days: count });

test("twenty at once under one key are one creation, and get the same reply", async () => {
  const replies = await Promise.all(Array.from({ length: 20 }, () => create(owner)));
  expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
  expect(await create(owner)).toEqual(replies[0]);
  expect(await names()).toEqual(["Keeper"]);
});

test("the same key for something else is refused, and is anyone else's own", async () => {
  const { id } = await create(owner);
  await expect(create(owner, "Other")).rejects.toMatchObject({ reason: "idempotency.other_body" });
  const elsewhere = runOnce(owner, createTwin, { ...call("Keeper"), procedure: "twin.duplicate" });
  await expect(elsewhere).rejects.toMatchObject({ code: "conflict" });
  const second = await runOnce(owner, createTwin, call("Other", 1));
  const byKey = await create(tenant.asKey(null));
  const stranger = (await world.newTenant()).as("owner");
  const theirs = await create(stranger);
  expect(new Set([id, second.id, byKey.id, theirs.id]).size).toBe(4);
  expect([(await names()).length, await names(stranger)]).toEqual([3, ["Keeper"]]);
});

test("a day later the key means nothing any more, and goes", async () => {
  const { id } = await create(owner);
  await days("created_at", 1.01);
  expect((await create(owner, "Other")).id).not.toBe(id);
  expect(await pruneOldCalls(owner)).toBe(0);
  await days("created_at", 1.01);
  expect(await pruneOldCalls(owner)).toBe(1);
});

test("what was refused, or failed before it changed anything, can be asked for again", async () => {
  const refuse = async (ctx: Context) => {
    await listTwins.run(ctx, { archived: false, limit: 1 });
    throw new DomainError("conflict", "twin.busy");
  };
  const once = runOnce(owner, creating(outage, refuse), call("Keeper"));
  await expect(once).rejects.toMatchObject({ reason: "twin.busy" });
  await create(owner);
  expect(await names()).toEqual(["Keeper"]);
});

test("a reply that was lost after the change is found with the change", async () => {
  await expect(runOnce(owner, creating(outage), call("Keeper"))).rejects.toThrow("died");
  const [only] = (await listTwins.run(owner, { archived: false, limit: 9 })).items;
  expect((await create(owner)).id).toBe(only?.id);
  expect(await names()).toEqual(["Keeper"]);
});

test("one that was cut off half-way is not done again behind people's backs", async () => {
  const record = (ctx: Context) =>
    ctx.transaction((tx) =>
      ctx.audit(tx, { action: "twin.half", subjectKind: "twin", subjectId: null }),
    );
  const half = runOnce(
    owner,
    creating(outage, (ctx) => record(ctx).then(outage)),
    call("Keeper"),
  );
  await expect(half).rejects.toThrow("died");
  await expect(create(owner)).rejects.toMatchObject({ reason: "idempotency.unfinished" });
});

test("one that wakes after another has taken over changes nothing", async () => {
  let taken: { id: string } | undefined;
  const overtaken = creating(outage, async () => {
    await days("lease_until", 1);
    taken = await create(owner);
  });
  const late = runOnce(owner, overtaken, call("Keeper"));
  await expect(late).rejects.toMatchObject({ reason: "idempotency.superseded" });
  expect(await create(owner)).toEqual(taken);
  expect(await names()).toEqual(["Keeper"]);
});
