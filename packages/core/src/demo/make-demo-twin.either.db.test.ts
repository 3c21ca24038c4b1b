import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { askQuestion } from "../conversation/ask-question.ts";
import { listConversations, startChat } from "../conversation/conversations.ts";
import { getContentHealth } from "../health/content-health.ts";
import type { Context } from "../kernel/context.ts";
import { searchKnowledge } from "../knowledge/search-knowledge.ts";
import { getRun, runTests } from "../quality/runs.ts";
import { listSources } from "../source/sources.ts";
import { openTestWorld } from "../testing/open-test-world.ts";
import { listTwins, removeTwin } from "../twin/twins.ts";
import { demoTests } from "./demo-tests.ts";
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

/** What strangers ask first, and what the guide says to it word for word, without any model. */
const ASKED: readonly [question: string, answer: string][] = [
  ["How do I make my first twin?", "create it in the list of twins"],
  ["How do I add a widget to my site?", "open Launch, Widget, New widget"],
  ["How do I publish a twin?", "open Releases and choose Publish"],
  ["How do I delete a twin?", "choose Erase in its menu"],
  ["How do I make a quality test?", "choose New test under Quality tests"],
  ["Where is my data stored?", "Your data is stored in the folder"],
  ["How do I import a website?", "give the address of its first page"],
  ["Is there a rate limit?", "twenty questions a minute"],
  ["How do I see what visitors asked?", "open Conversations"],
  ["What happens to unanswered questions?", "wait for the owner under Questions"],
  ["How do I set a password on a share link?", "you can set a password"],
  ["How do I make a webhook?", "under Workspace; admins and owners can"],
  ["How do I roll back a release?", "choose Make live beside it"],
  ["How do I forbid a topic?", "add it under Topics"],
  ["How do I change my password?", "choose Account and sessions"],
  ["What does server.busy mean?", "the server is too busy"],
];

async function answerTo(ctx: Context, twinId: string, message: string): Promise<string> {
  const { id: conversationId } = await startChat.run(ctx, { twinId });
  let text = "";
  for await (const events of askQuestion(ctx, { conversationId, message })) {
    for (const event of events) if (event.type === "done") text = event.message.text;
  }
  return text;
}

test("the demo twin learns the whole guide by its jobs, passes its tests, and goes like any other", async () => {
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
  expect((await listConversations.run(owner, { twinId, limit: 10 })).items).toEqual([]);
  for (const [question, answer] of ASKED) {
    expect(await answerTo(owner, twinId, question), question).toContain(answer);
  }
  const { id: runId } = await runTests.run(owner, { twinId });
  await world.runJobs(tenant, "quality_run");
  const { status, summary } = await getRun.run(owner, { runId });
  expect({ status, ...summary }).toMatchObject({
    status: "succeeded",
    passed: demoTests.length,
    failed: 0,
    skipped: 0,
  });
  await world.runJobs(tenant, "health_check");
  expect((await getContentHealth.run(owner, { twinId })).open).toEqual({});
  await removeTwin.run(owner, { twinId });
  expect((await listTwins.run(owner, { archived: false, limit: 10 })).items).toEqual([]);
});
