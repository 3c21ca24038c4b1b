import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/context.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { addText } from "./add-text.ts";
import { listSourceBlocks } from "./list-source-blocks.ts";
import { getSourceText } from "./source-text.ts";

let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
let sourceId: string;

beforeAll(async () => {
  world = await openTestWorld();
  tenant = await world.newTenant();
  owner = tenant.as("owner");
  const { id: twinId } = await createTwin.run(owner, { name: "Keeper" });
  const text = "The lamp is blue.\n\nIt stands on a rock.\n\n- Oil\n- Wicks";
  ({ id: sourceId } = await addText.run(owner, { twinId, title: "Lamps", text }));
});
afterAll(() => world[Symbol.asyncDispose]());

test("the structure of a source is there once it is live, page by page, and points into its text", async () => {
  expect(await listSourceBlocks.run(owner, { sourceId, limit: 2 })).toEqual({
    items: [],
    nextCursor: null,
  });
  await world.runJobs(tenant);
  const { text } = await getSourceText.run(owner, { sourceId });
  const first = await listSourceBlocks.run(owner, { sourceId, limit: 2 });
  const cursor = first.nextCursor ?? undefined;
  const rest = await listSourceBlocks.run(owner, { sourceId, limit: 2, cursor });
  const shown = [...first.items, ...rest.items].map(
    ({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`,
  );
  expect(shown).toEqual([
    "paragraph: The lamp is blue.",
    "paragraph: It stands on a rock.",
    "list_item: - Oil",
    "list_item: - Wicks",
  ]);
  expect(rest.nextCursor).toBeNull();
});

test("the structure of a source is nothing to another tenant", async () => {
  const stranger = (await world.newTenant()).as("owner");
  await expect(listSourceBlocks.run(stranger, { sourceId, limit: 2 })).rejects.toMatchObject({
    reason: "source.not_found",
  });
});
