import { afterAll, beforeAll, expect, test } from "vitest";
import { addText } from "../source/add-text.ts";
import { removeSource } from "../source/remove-source.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { searchKnowledge } from "./search-knowledge.ts";

let world: TestWorld;
let tenant: TestTenant;
let twinId: string;

beforeAll(async () => {
  world = await openTestWorld();
  tenant = await world.newTenant();
  twinId = (await createTwin.run(tenant.as("owner"), { name: "Harbour" })).id;
});
afterAll(() => world[Symbol.asyncDispose]());

const search = async (who: TestTenant) => {
  const { passages } = await searchKnowledge.run(who.as("owner"), {
    twinId,
    query: "When must a boat be tied up?",
    limit: 5,
  });
  return passages.map(({ sourceId }) => sourceId);
};

test("what is held is searched anew once the content has changed, and shown to nobody else", async () => {
  const owner = tenant.as("owner");
  const add = async (title: string, text: string) => {
    const { id } = await addText.run(owner, { twinId, title, text });
    await world.runJobs(tenant);
    return id;
  };
  const first = await add("Moorings", "Every boat must be tied up by sunset.");
  expect(await search(tenant)).toEqual([first]);
  expect(await search(tenant)).toEqual([first]);
  const second = await add("Storm", "Before a storm each boat is tied up twice, at bow and stern.");
  expect((await search(tenant)).sort()).toEqual([first, second].sort());
  await removeSource.run(owner, { sourceId: first });
  expect(await search(tenant)).toEqual([second]);
  await expect(search(await world.newTenant())).rejects.toMatchObject({ code: "not_found" });
});
