import { afterAll, beforeAll, expect, test } from "vitest";
import { askQuestion } from "../conversation/ask-question.ts";
import type { AnswerEvent } from "../conversation/contract.ts";
import { startChat } from "../conversation/conversations.ts";
import type { Context } from "../kernel/context.ts";
import { searchKnowledge } from "../knowledge/search-knowledge.ts";
import { addText } from "../source/add-text.ts";
import { restoreSource } from "../source/remove-source.ts";
import { listSources } from "../source/sources.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { getTwin } from "../twin/twins.ts";
import { getBelief, listBeliefs, listBeliefVersions, removeBelief } from "./beliefs.ts";
import { createBelief } from "./create-belief.ts";
import { updateBelief } from "./update-belief.ts";

const STATEMENT = "I never discount a first consultation, not even for friends.";

let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
beforeAll(async () => {
  world = await openTestWorld();
  tenant = await world.newTenant();
  owner = tenant.as("owner");
});
afterAll(() => world[Symbol.asyncDispose]());

async function believe(statement = STATEMENT, scope: string | null = null) {
  const { id: twinId } = await createTwin.run(owner, { name: "Keeper" });
  const belief = await createBelief.run(owner, { twinId, statement, scope });
  await world.runJobs(tenant);
  return { twinId, beliefId: belief.id, belief };
}

async function ask(twinId: string, message: string) {
  const { id: conversationId } = await startChat.run(owner, { twinId });
  const events: AnswerEvent[] = [];
  for await (const told of askQuestion(owner, { conversationId, message })) events.push(...told);
  const last = events.at(-1)!;
  if (last.type !== "done") throw new Error(`The answer ended with ${last.type}.`);
  return last.message;
}

const find = async (twinId: string, query: string) =>
  (await searchKnowledge.run(owner, { twinId, query, limit: 5 })).passages.map(({ text }) => text);

test("a belief is quoted word for word without a model, and the citation names it", async () => {
  const { twinId, beliefId, belief } = await believe();
  expect(belief).toMatchObject({ status: "processing", version: 1, scope: null });
  const answer = await ask(twinId, "Do you discount a first consultation?");
  expect(answer).toMatchObject({ answered: true, verified: false });
  expect(answer.citations).toMatchObject([{ sourceId: beliefId, quote: STATEMENT }]);
  expect(await getBelief.run(owner, { beliefId })).toMatchObject({ status: "live" });
});

test("it is found by when it applies", async () => {
  const { twinId } = await believe("Rest comes before training.", "After a marathon");
  expect(await find(twinId, "marathon")).toEqual(["Rest comes before training."]);
});

test("an edit answers instead, is a version, and refuses what was seen before it", async () => {
  const { twinId, beliefId } = await believe();
  const edit = { beliefId, statement: "Friends get a discount of a tenth.", version: 1 };
  expect(await updateBelief.run(owner, edit)).toMatchObject({ version: 2, refreshing: true });
  const late = updateBelief.run(owner, { ...edit, statement: "Nobody does." });
  await expect(late).rejects.toMatchObject({ code: "conflict", reason: "belief.changed" });
  await world.runJobs(tenant);
  expect(await find(twinId, "discount")).toEqual([edit.statement]);
  const { items } = await listBeliefVersions.run(owner, { beliefId, limit: 10 });
  expect(items.map(({ number, statement }) => [number, statement])).toEqual([
    [2, edit.statement],
    [1, STATEMENT],
  ]);
});

test("a removed belief answers nothing, until its source is restored", async () => {
  const { twinId, beliefId } = await believe();
  await removeBelief.run(owner, { beliefId });
  expect(await find(twinId, "discount")).toEqual([]);
  await expect(getBelief.run(owner, { beliefId })).rejects.toMatchObject({
    reason: "belief.not_found",
  });
  await restoreSource.run(owner, { sourceId: beliefId });
  expect(await find(twinId, "discount")).toEqual([STATEMENT]);
});

test("beliefs are listed apart from sources, and a note may say the same", async () => {
  const { twinId, beliefId } = await believe();
  const note = await addText.run(owner, { twinId, title: "Note", text: STATEMENT });
  expect(note.duplicateOf).toBeUndefined();
  const { items } = await listSources.run(owner, { twinId, limit: 10 });
  expect(items.map(({ id }) => id)).toEqual([note.id]);
  expect(await getTwin.run(owner, { twinId })).toMatchObject({ sourceCount: 1 });
  const held = await listBeliefs.run(owner, { twinId, search: "DISCOUNT", limit: 10 });
  expect(held.items.map(({ id }) => id)).toEqual([beliefId]);
  expect((await listBeliefs.run(owner, { twinId, search: "100%", limit: 10 })).items).toEqual([]);
});
