import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { askQuestion } from "../conversation/ask-question.ts";
import { startChat } from "../conversation/conversations.ts";
import type { Context } from "../kernel/context.ts";
import { openTestWorld } from "../testing/open-test-world.ts";
import { makeDemoTwin } from "./make-demo-twin.ts";
import { readGuide } from "./read-guide.ts";

const guideDir = fileURLToPath(new URL("../../../../docs/guide", import.meta.url));

/** What strangers ask first, and what the guide says to it word for word, without any model. */
const ASKED: readonly [question: string, answer: string][] = [
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

test("the demo twin answers what strangers ask first", async () => {
  await using world = await openTestWorld({ guide: await readGuide(guideDir) });
  const tenant = await world.newTenant();
  const owner = tenant.as("owner");
  const twinId = await owner.transaction((tx) => makeDemoTwin(owner, tx));
  await world.runJobs(tenant);
  for (const [question, answer] of ASKED) {
    expect(await answerTo(owner, twinId, question), question).toContain(answer);
  }
});
