import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../kernel/context.ts";
import { addText } from "../source/add-text.ts";
import { editNote } from "../source/edit-note.ts";
import { removeSource, restoreSource } from "../source/remove-source.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { dismissFinding, listFindings, resolveFinding } from "./findings.ts";

let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
beforeAll(async () => {
  world = await openTestWorld();
  tenant = await world.newTenant();
  owner = tenant.as("owner");
});
afterAll(() => world[Symbol.asyncDispose]());

const newTwin = async () => (await createTwin.run(owner, { name: "Keeper" })).id;
const list = async (twinId: string, ctx = owner) =>
  (await listFindings.run(ctx, { twinId, limit: 50 })).items;
const handbook = (topic: string) =>
  Array.from(
    { length: 60 },
    (_, i) => `Rule ${i * 7} of the ${topic}: keeper ${i} writes entry ${i * i} by hand.`,
  );
/** What is taken in first, then looked at. */
async function work() {
  await world.runJobs(tenant);
  await world.runJobs(tenant, "health_check");
}
async function add(twinId: string, title: string, sentences: string[]) {
  const source = await addText.run(owner, { twinId, title, text: sentences.join(" ") });
  await work();
  return source.id;
}
/** Every n-th sentence says something else. */
const edited = (sentences: string[], n: number) =>
  sentences.map((sentence, i) =>
    i % n === 0 ? `Nothing is known about day ${i} here.` : sentence,
  );

describe("near duplicates", () => {
  test("are found with the share they have in common; what is unrelated is not", async () => {
    const twinId = await newTwin();
    const first = await add(twinId, "Lamps", handbook("lamp"));
    await add(
      twinId,
      "Tides",
      ["The tide turns twice a day.", ...new Array(30).keys()].map(String),
    );
    expect(await list(twinId)).toEqual([]);
    const second = await add(twinId, "Lamps again", edited(handbook("lamp"), 4));
    const found = await list(twinId);
    expect(found).toMatchObject([
      {
        kind: "near_duplicate",
        status: "open",
        sourceId: second,
        sourceTitle: "Lamps again",
        otherSourceId: first,
        otherSourceTitle: "Lamps",
      },
    ]);
    expect(found[0]!.score).toBeGreaterThan(0.6);
    expect(found[0]!.score).toBeLessThan(0.9);
  });

  test("are gone while one side is removed, and when it says something else", async () => {
    const twinId = await newTwin();
    const first = await add(twinId, "Bells", handbook("bell"));
    const second = await add(twinId, "Bells again", edited(handbook("bell"), 10));
    const [finding] = await list(twinId);
    await removeSource.run(owner, { sourceId: first });
    expect(await list(twinId)).toEqual([]);
    await restoreSource.run(owner, { sourceId: first });
    expect((await list(twinId)).map(({ id }) => id)).toEqual([finding!.id]);
    const changed = edited(handbook("bell"), 5).join(" ");
    await editNote.run(owner, { sourceId: second, text: changed });
    await work();
    const [updated] = await list(twinId);
    expect(updated).toMatchObject({ id: finding!.id });
    expect(updated!.score).toBeLessThan(finding!.score!);
    await editNote.run(owner, { sourceId: second, text: "Not about bells any more, at all." });
    await work();
    expect(await list(twinId)).toEqual([]);
  });

  test("that were dismissed stay so, and those that were resolved come back if they are there", async () => {
    const twinId = await newTwin();
    await add(twinId, "Ropes", handbook("rope"));
    const second = await add(twinId, "Ropes again", edited(handbook("rope"), 12));
    const findingId = (await list(twinId))[0]!.id;
    expect(await resolveFinding.run(owner, { findingId })).toMatchObject({ status: "resolved" });
    await editNote.run(owner, { sourceId: second, text: edited(handbook("rope"), 9).join(" ") });
    await work();
    expect(await list(twinId)).toMatchObject([{ id: findingId, status: "open" }]);
    await dismissFinding.run(owner, { findingId });
    await editNote.run(owner, { sourceId: second, text: edited(handbook("rope"), 8).join(" ") });
    await work();
    expect(await list(twinId)).toMatchObject([{ id: findingId, status: "dismissed" }]);
    const open = await listFindings.run(owner, { twinId, status: "open", limit: 5 });
    expect(open.items).toEqual([]);
    const stranger = (await world.newTenant()).as("owner");
    await expect(dismissFinding.run(stranger, { findingId })).rejects.toMatchObject({
      reason: "finding.not_found",
    });
    await expect(list(twinId, stranger)).rejects.toMatchObject({ reason: "twin.not_found" });
  });

  test("are found among what comes together, each of them, and looked at once", async () => {
    const twinId = await newTwin();
    const copies = [0, 1, 2].map((i) => edited(handbook("buoy"), 15 + i).join(" "));
    for (const [i, text] of copies.entries())
      await addText.run(owner, { twinId, title: `Buoys ${i}`, text });
    await addText.run(owner, { twinId, title: "Gulls", text: handbook("gull")[0]! });
    await work();
    const found = await list(twinId);
    const pairs = found.map(({ sourceTitle, otherSourceTitle }) => [otherSourceTitle, sourceTitle]);
    expect(pairs.sort()).toEqual([
      ["Buoys 0", "Buoys 1"],
      ["Buoys 0", "Buoys 2"],
      ["Buoys 1", "Buoys 2"],
    ]);
    await addText.run(owner, { twinId, title: "Terns", text: "Terns nest in June." });
    await work();
    expect((await list(twinId)).map(({ id }) => id)).toEqual(found.map(({ id }) => id));
  });

  test("across twins are nobody's business", async () => {
    const [one, other] = [await newTwin(), await newTwin()];
    await add(one, "Nets", handbook("net"));
    await add(other, "Nets again", edited(handbook("net"), 12));
    expect([...(await list(one)), ...(await list(other))]).toEqual([]);
  });
});
