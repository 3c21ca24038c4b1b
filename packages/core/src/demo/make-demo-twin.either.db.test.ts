import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { listConversations } from "../conversation/conversations.ts";
import { getContentHealth } from "../health/content-health.ts";
import { searchKnowledge } from "../knowledge/search-knowledge.ts";
import { listSources } from "../source/sources.ts";
import { openTestWorld } from "../testing/open-test-world.ts";
import { listTwins, removeTwin } from "../twin/twins.ts";
import { makeDemoTwin } from "./make-demo-twin.ts";
import { readGuide } from "./read-guide.ts";

const guideDir = fileURLToPath(new URL("../../../../docs/guide", import.meta.url));

/** To the starter questions, in their order. */
const ANSWERS = [
  "Understudy is a program",
  "you can add or upload are PDF, Word (DOCX)",
  "every answer carries citations",
  "set OPENAI_API_KEY",
  "point the client's base URL at /v1",
];

test("the demo twin learns the whole guide by its jobs, and goes like any other", async () => {
  const guide = await readGuide(guideDir);
  await using world = await openTestWorld({ guide });
  const tenant = await world.newTenant();
  const owner = tenant.as("owner");
  const twinId = await owner.transaction((tx) => makeDemoTwin(owner, tx));
  await world.runJobs(tenant);
  const { items } = await listSources.run(owner, { twinId, limit: 100 });
  expect(items.map(({ title }) => title).sort()).toEqual(
    guide.files.map(({ title }) => title).sort(),
  );
  expect(items.filter(({ status }) => status !== "live")).toEqual([]);
  const [twin] = (await listTwins.run(owner, { archived: false, limit: 10 })).items;
  for (const [at, question] of twin!.starterQuestions.entries()) {
    const { passages } = await searchKnowledge.run(owner, { twinId, query: question, limit: 3 });
    expect(passages[0]?.text).toContain(ANSWERS[at]);
  }
  await world.runJobs(tenant, "health_check");
  expect((await getContentHealth.run(owner, { twinId })).open).toEqual({});
  expect((await listConversations.run(owner, { twinId, limit: 10 })).items).toEqual([]);
  await removeTwin.run(owner, { twinId });
  expect((await listTwins.run(owner, { archived: false, limit: 10 })).items).toEqual([]);
});
