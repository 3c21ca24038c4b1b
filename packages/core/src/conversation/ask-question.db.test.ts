import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/context.ts";
import { addText } from "../source/add-text.ts";
import { removeSource } from "../source/remove-source.ts";
import { getSourceText } from "../source/source-text.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { askQuestion } from "./ask-question.ts";
import {
  removeConversation,
  renameConversation,
  restoreConversation,
} from "./change-conversation.ts";
import type { AnswerEvent } from "./contract.ts";
import { listConversations, startChat } from "./conversations.ts";
import { giveFeedback } from "./give-feedback.ts";
import { getConversation } from "./operate/get-conversation.ts";

const HANDBOOK = `The lighthouse at Kereva was painted in green and white stripes in the spring of 1931.

Keepers are relieved every six weeks, weather permitting. A relief boat leaves Mirny at seven.

The lamp burns rapeseed oil. One barrel lasts eleven nights in winter and nineteen in summer.`;

let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
let twinId: string;
let sourceId: string;

beforeAll(async () => {
  world = await openTestWorld();
  tenant = await world.newTenant();
  owner = tenant.as("owner");
  const noAnswerMessage = "Ask the harbour master.";
  twinId = (await createTwin.run(owner, { name: "Keeper", noAnswerMessage })).id;
  sourceId = (await addText.run(owner, { twinId, title: "Handbook", text: HANDBOOK })).id;
  await world.runJobs(tenant);
});
afterAll(() => world[Symbol.asyncDispose]());

async function newConversation() {
  return (await startChat.run(owner, { twinId })).id;
}

async function ask(
  message: string,
  more: { conversationId?: string; idempotencyKey?: string } = {},
) {
  const conversationId = more.conversationId ?? (await newConversation());
  const events: AnswerEvent[] = [];
  const asked = askQuestion(owner, { ...more, conversationId, message });
  for await (const told of asked) events.push(...told);
  const last = events.at(-1)!;
  if (last.type !== "done") throw new Error(`The answer ended with ${last.type}.`);
  return { conversationId, events, message: last.message };
}

test("an answer is the source's own sentence, cited where it stands", async () => {
  const { message, events } = await ask("When was the lighthouse at Kereva painted?");
  expect(message).toMatchObject({ answered: true, status: "complete" });
  expect(message.text).toContain("painted in green and white stripes in the spring of 1931.");
  const { text: source } = await getSourceText.run(owner, { sourceId });
  expect(message.citations.length).toBeGreaterThan(0);
  for (const { quote, locator, answerSpan } of message.citations) {
    expect(source.slice(locator.start, locator.end)).toBe(quote);
    expect(message.text.slice(answerSpan.start, answerSpan.end)).toBe(quote.replace(/\s+/g, " "));
  }
  const said = events.flatMap((event) => (event.type === "delta" ? [event.text] : []));
  expect(said.join("")).toBe(message.text);
  expect(events.map((event) => event.sequence)).toEqual(events.map((_, i) => i + 1));
});

test("what the sources do not speak of gets the owner's words and no citation", async () => {
  const { message } = await ask("What is the capital of Mongolia?");
  expect(message).toMatchObject({
    answered: false,
    text: "Ask the harbour master.",
    citations: [],
  });
});

test("a conversation keeps what was said, in order", async () => {
  const { conversationId } = await ask("How long does a barrel last in winter?");
  await ask("When does the relief boat leave?", { conversationId });
  const thread = await getConversation.run(owner, { conversationId });
  expect(thread.title).toBe("How long does a barrel last in winter?");
  expect(thread.messages.map(({ role, status }) => `${role} ${status}`)).toEqual([
    "user complete",
    "assistant complete",
    "user complete",
    "assistant complete",
  ]);
  expect(thread.messages[3]!.text).toContain("seven");
});

test("the same question sent twenty times under one key is asked once", async () => {
  const conversationId = await newConversation();
  const once = { conversationId, idempotencyKey: "k-1" };
  const message = "What does the lamp burn?";
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(message, once)));
  expect(new Set(answers.map((answer) => answer.message.id)).size).toBe(1);
  expect((await getConversation.run(owner, { conversationId })).messages).toHaveLength(2);
  await expect(ask("Other words?", once)).rejects.toMatchObject({
    code: "conflict",
    reason: "idempotency.other_body",
  });
});

test("an answer may come from many tenants' doors, but never from another tenant's twin", async () => {
  const conversationId = await newConversation();
  const stranger = (await world.newTenant()).as("owner");
  const asked = askQuestion(stranger, { conversationId, message: "What does the lamp burn?" });
  await expect(asked.next()).rejects.toMatchObject({ code: "not_found" });
});

test("a removed source is gone from the next answer in the same conversation", async () => {
  const text = "The spare key of the oil store hangs behind the barometer.";
  const added = await addText.run(owner, { twinId, title: "Keys", text });
  await world.runJobs(tenant);
  const question = "Where does the spare key of the oil store hang?";
  const { conversationId, message } = await ask(question);
  expect(message.text).toContain("behind the barometer");
  await removeSource.run(owner, { sourceId: added.id });
  const after = await ask(question, { conversationId });
  expect(after.message.text).not.toContain("barometer");
});

test("an answer keeps the latest opinion of the one who asked, and a stranger has none", async () => {
  const { conversationId, message } = await ask("What does the lamp burn?");
  const messageId = message.id;
  await giveFeedback.run(owner, { messageId, rating: "up", comment: "" });
  await giveFeedback.run(owner, { messageId, rating: "down", comment: "Which oil exactly?" });
  const { messages } = await getConversation.run(owner, { conversationId });
  expect(messages[1]!.feedback).toEqual({ rating: "down", comment: "Which oil exactly?" });
  const stranger = (await world.newTenant()).as("owner");
  await expect(
    giveFeedback.run(stranger, { messageId, rating: "up", comment: "" }),
  ).rejects.toMatchObject({ code: "not_found" });
});

test("a conversation is renamed, removed and restored", async () => {
  const conversationId = await newConversation();
  await renameConversation.run(owner, { conversationId, title: "About oil" });
  const titles = async () =>
    (await listConversations.run(owner, { twinId, limit: 100 })).items.map(({ title }) => title);
  expect(await titles()).toContain("About oil");
  await removeConversation.run(owner, { conversationId });
  expect(await titles()).not.toContain("About oil");
  await expect(getConversation.run(owner, { conversationId })).rejects.toMatchObject({
    code: "not_found",
  });
  await restoreConversation.run(owner, { conversationId });
  expect(await titles()).toContain("About oil");
});

test("a follow-up is understood from what was asked before it", async () => {
  const { conversationId } = await ask("What does the lamp burn?");
  const { message } = await ask("How long does one barrel of it last in winter?", {
    conversationId,
  });
  expect(message.text).toContain("eleven nights in winter");
});
