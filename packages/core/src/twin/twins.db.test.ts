import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/context.ts";
import { NO_BOUNDARIES } from "../policy/contract.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "./create-twin.ts";
import { getTwinByHandle } from "./get-twin-by-handle.ts";
import { archiveTwin, getTwin, listTwins, removeTwin, restoreTwin, updateTwin } from "./twins.ts";

let world: TestWorld;
let tenant: TestTenant;
let owner: Context;

beforeAll(async () => {
  world = await openTestWorld();
  tenant = await world.newTenant();
  owner = tenant.as("owner");
});
afterAll(() => world[Symbol.asyncDispose]());

test("a twin gets a handle from its name, and another one when that is taken", async () => {
  const first = await createTwin.run(owner, { name: "Ærø Køkken & Bar" });
  const second = await createTwin.run(owner, { name: "Ærø Køkken & Bar" });
  expect(first.handle).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(second.handle).not.toBe(first.handle);
  expect(second.handle.startsWith(first.handle)).toBe(true);
});

test("a handle that was asked for and is taken is refused, across tenants and in changes", async () => {
  await createTwin.run(owner, { name: "Taken", handle: "taken-handle" });
  const stranger = (await world.newTenant()).as("owner");
  const refusal = { code: "conflict", reason: "twin.handle_taken" };
  await expect(
    createTwin.run(stranger, { name: "Mine", handle: "taken-handle" }),
  ).rejects.toMatchObject(refusal);
  const mine = await createTwin.run(stranger, { name: "Mine" });
  await expect(
    updateTwin.run(stranger, { twinId: mine.id, handle: "taken-handle" }),
  ).rejects.toMatchObject(refusal);
});

test("a change touches what it names and nothing else", async () => {
  const twin = await createTwin.run(owner, { name: "Before", purpose: "To help." });
  const changed = await updateTwin.run(owner, { twinId: twin.id, name: "After" });
  expect(changed).toMatchObject({ id: twin.id, name: "After", purpose: "To help." });
});

test("of the boundaries, what a change names is replaced and the rest stays", async () => {
  const phrase = { phrase: "guaranteed", replacement: "" };
  const { id: twinId, boundaries } = await createTwin.run(
    owner,
    createTwin.input.parse({ name: "Bound", boundaries: { blockedPhrases: [phrase] } }),
  );
  expect(boundaries).toMatchObject({ ...NO_BOUNDARIES, blockedPhrases: [phrase] });
  const change = { twinId, boundaries: { citationVisibility: "none", outsideReply: "No." } };
  await updateTwin.run(owner, updateTwin.input.parse(change));
  const kept = { blockedPhrases: boundaries.blockedPhrases, ...change.boundaries };
  expect((await getTwin.run(owner, { twinId })).boundaries).toEqual({ ...NO_BOUNDARIES, ...kept });
  for (const wrong of [
    { blockedPhrases: [{ phrase: " * ", replacement: "" }] },
    { disclaimers: {} },
  ])
    expect(updateTwin.input.safeParse({ twinId, boundaries: wrong }).success).toBe(false);
});

test("an archived twin leaves the list and comes back; a removed one is gone until restored", async () => {
  const { id: twinId } = await createTwin.run(owner, { name: "Passing" });
  const names = async (archived: boolean) =>
    (await listTwins.run(owner, { archived, limit: 100 })).items.map((twin) => twin.id);
  const { handle } = await getTwin.run(owner, { twinId });
  expect(await getTwinByHandle.run(owner, { handle })).toMatchObject({ id: twinId });
  await archiveTwin.run(owner, { twinId });
  await expect(getTwinByHandle.run(owner, { handle })).rejects.toMatchObject({ code: "not_found" });
  expect(await names(false)).not.toContain(twinId);
  expect(await names(true)).toContain(twinId);
  await restoreTwin.run(owner, { twinId });
  expect(await names(false)).toContain(twinId);
  await removeTwin.run(owner, { twinId });
  await expect(getTwin.run(owner, { twinId })).rejects.toMatchObject({ code: "not_found" });
  await restoreTwin.run(owner, { twinId });
  expect(await getTwin.run(owner, { twinId })).toMatchObject({ id: twinId });
});

test("a list is walked by its cursor, and a cursor that is not ours is refused", async () => {
  const ctx = (await world.newTenant()).as("owner");
  for (const name of ["One", "Two", "Three"]) await createTwin.run(ctx, { name });
  const first = await listTwins.run(ctx, { archived: false, limit: 2 });
  const rest = await listTwins.run(ctx, { archived: false, limit: 2, cursor: first.nextCursor! });
  expect([...first.items, ...rest.items].map((twin) => twin.name)).toEqual(["Three", "Two", "One"]);
  expect(rest.nextCursor).toBeNull();
  await expect(
    listTwins.run(ctx, { archived: false, limit: 2, cursor: "bm9uc2Vuc2U" }),
  ).rejects.toMatchObject({ reason: "cursor.invalid" });
});

test("a key for some twins neither makes nor removes one", async () => {
  const twin = await createTwin.run(owner, { name: "Narrow" });
  const key = tenant.asKey([twin.id]);
  const refusal = { code: "forbidden", reason: "key.narrowed" };
  await expect(createTwin.run(key, { name: "More" })).rejects.toMatchObject(refusal);
  await expect(removeTwin.run(key, { twinId: twin.id })).rejects.toMatchObject(refusal);
  expect(await getTwin.run(key, { twinId: twin.id })).toMatchObject({ name: "Narrow" });
});
