import { insertConversation } from "@understudy/db/queries/conversations";
import { insertVisitor, saveLead } from "@understudy/db/queries/visitors";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getJob } from "../../job/jobs.ts";
import type { Context } from "../../kernel/context.ts";
import { listTests } from "../../quality/tests.ts";
import { addText } from "../../source/add-text.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../../testing/open-test-world.ts";
import { createTwin } from "../../twin/create-twin.ts";
import { createVerifiedAnswer } from "../../verified-answer/create-verified-answer.ts";
import { listVerifiedAnswers } from "../../verified-answer/verified-answers.ts";
import { askQuestion } from "../ask-question.ts";
import { removeConversation } from "../change-conversation.ts";
import type { Message } from "../contract.ts";
import { listConversations, startChat } from "../conversations.ts";
import type { ConversationFilter } from "../filter.ts";
import { giveFeedback } from "../give-feedback.ts";
import { correctAnswer } from "./correct-answer.ts";
import { exportConversations } from "./export-conversations.ts";
import { exportLines } from "./export-lines.ts";
import { getConversation } from "./get-conversation.ts";
import { reviewConversation, tagConversation } from "./mark-conversation.ts";
import { addNote } from "./notes.ts";
import { undoCorrection } from "./undo-correction.ts";

let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
let twinId: string;
beforeAll(async () => {
  world = await openTestWorld();
  tenant = await world.newTenant();
  owner = tenant.as("owner");
  twinId = (await createTwin.run(owner, { name: "Keeper" })).id;
  const text = "The lamp burns rapeseed oil. One barrel lasts eleven nights in winter.";
  await addText.run(owner, { twinId, title: "Handbook", text });
  await world.runJobs(tenant);
});
afterAll(() => world[Symbol.asyncDispose]());

async function ask(
  message: string,
  conversationId?: string,
): Promise<Message & { conversationId: string }> {
  const id = conversationId ?? (await startChat.run(owner, { twinId })).id;
  for await (const events of askQuestion(owner, { conversationId: id, message })) {
    const last = events.at(-1)!;
    if (last.type === "done") return { ...last.message, conversationId: id };
  }
  throw new Error("The answer did not end.");
}

const list = async (filter: Partial<ConversationFilter>) =>
  (await listConversations.run(owner, { twinId, limit: 100, ...filter })).items;
const ids = async (filter: Partial<ConversationFilter>) => (await list(filter)).map(({ id }) => id);

test("a list is narrowed by what happened, what was said and how it was marked", async () => {
  const lamp = await ask("What does the lamp burn?");
  const capital = await ask("What is the capital of Mongolia?");
  await giveFeedback.run(owner, { messageId: lamp.id, rating: "down", comment: "Which oil?" });
  expect(await ids({ outcome: "answered" })).toEqual([lamp.conversationId]);
  expect(await ids({ outcome: "unsupported" })).toEqual([capital.conversationId]);
  expect(await ids({ feedback: "down" })).toEqual([lamp.conversationId]);
  expect(await ids({ feedback: "up" })).toEqual([]);
  expect(await ids({ search: "rapes OIL" })).toEqual([lamp.conversationId]);
  expect(await ids({ search: "mongol" })).toEqual([capital.conversationId]);
  expect(await ids({ topic: "mongolia", language: "en" })).toEqual([capital.conversationId]);
  expect(await ids({ channel: "widget" })).toEqual([]);
  const place = { conversationId: lamp.conversationId };
  await tagConversation.run(owner, { ...place, tags: ["oil", "oil"] });
  await reviewConversation.run(owner, { ...place, reviewed: true, flagged: true });
  await addNote.run(owner, { ...place, text: "Ask the chandler." });
  expect(await ids({ tag: "oil", flagged: true, reviewed: true })).toEqual([lamp.conversationId]);
  expect((await list({}))[0]!.id).toBe(capital.conversationId);
  const [item] = await list({ tag: "oil" });
  expect(item).toMatchObject({
    tags: ["oil"],
    figures: { questions: 1, outcomes: { answered: 1 }, down: 1, language: "en", lowestSupport: 1 },
  });
  expect((await getConversation.run(owner, place)).notes).toMatchObject([
    { text: "Ask the chandler." },
  ]);
  await ask("How long does one barrel last in winter?", lamp.conversationId);
  expect(await ids({ reviewed: true })).toEqual([]);
  await removeConversation.run(owner, { conversationId: capital.conversationId });
  expect(await ids({ outcome: "unsupported" })).toEqual([]);
});

test("a long conversation is read from its end", async () => {
  const { conversationId } = await ask("One?");
  for (const message of ["Two?", "Three?"]) await ask(message, conversationId);
  const last = await getConversation.run(owner, { conversationId, limit: 4 });
  expect(last.messages.map(({ text }) => text)).toContain("Three?");
  expect(last.messages).toHaveLength(4);
  const before = last.earlierCursor!;
  const first = await getConversation.run(owner, { conversationId, limit: 4, before });
  expect(first).toMatchObject({ earlierCursor: null, messages: [{ text: "One?" }, {}] });
});

test("a correction teaches the answer and guards it with a test; undone, nothing of it is left", async () => {
  const question = "Who paints the tower?";
  const { id: messageId, conversationId } = await ask(question);
  const made = await correctAnswer.run(owner, {
    messageId,
    answer: "The second keeper.",
    revision: 0,
    tellVisitor: false,
  });
  expect(await ask(question)).toMatchObject({ verified: true, text: "The second keeper." });
  const tests = async () => (await listTests.run(owner, { twinId, limit: 100 })).items;
  expect(await tests()).toMatchObject([
    {
      id: made.testId,
      question,
      origin: "conversation",
      expectations: [{ kind: "verified", verifiedAnswerId: made.verifiedAnswerId }],
    },
  ]);
  expect((await getConversation.run(owner, { conversationId })).corrections).toMatchObject([
    { messageId, revision: 1, answer: "The second keeper.", notice: null },
  ]);
  await undoCorrection.run(owner, { messageId, revision: 1 });
  expect((await ask(question)).verified).toBe(false);
  expect(await tests()).toEqual([]);
  expect((await getConversation.run(owner, { conversationId })).corrections).toEqual([]);
});

test("of two who correct one answer at once the second is told; nothing of theirs is kept", async () => {
  const { id: messageId } = await ask("Who winds the clock?");
  const correct = (answer: string, revision = 0) =>
    correctAnswer.run(owner, { messageId, answer, revision, tellVisitor: false });
  const outcomes = await Promise.allSettled([correct("The first."), correct("The second.")]);
  const refused = outcomes.filter((outcome) => outcome.status === "rejected");
  expect(refused).toMatchObject([{ reason: { code: "conflict", reason: "correction.overtaken" } }]);
  const { items } = await listVerifiedAnswers.run(owner, { twinId, limit: 10, search: "clock" });
  expect(items).toHaveLength(1);
  expect(await correct("Nobody.", 1)).toMatchObject({ revision: 2, answer: "Nobody." });
  await expect(correct("Everybody.", 1)).rejects.toMatchObject({ reason: "correction.overtaken" });
});

test("a wrong verified answer is itself corrected, and undoing gives its words back", async () => {
  const question = "When is the harbour closed?";
  const words = { question, answer: "On Sundays.", phrasings: [], reviewBy: null };
  const { id } = await createVerifiedAnswer.run(owner, { twinId, ...words });
  const { id: messageId } = await ask(question);
  const made = await correctAnswer.run(owner, {
    messageId,
    answer: "Never.",
    revision: 0,
    tellVisitor: false,
  });
  expect(made.verifiedAnswerId).toBe(id);
  await undoCorrection.run(owner, { messageId, revision: 1 });
  expect((await ask(question)).text).toBe("On Sundays.");
});

test("a visitor is told only where they agreed to it and said where", async () => {
  const visit = async (email?: string) => {
    const resumeHash = crypto.getRandomValues(new Uint8Array(32));
    return owner.transaction(async (tx) => {
      const { id: visitorId } = await insertVisitor(tx, { twinId, resumeHash });
      if (email)
        await saveLead(tx, { visitorId, name: "=HYPERLINK(1)", email, consentText: "Yes." });
      return (await insertConversation(tx, { twinId, channel: "api", visitorId })).id;
    });
  };
  const [silent, known] = [await visit(), await visit("ann@example.com")];
  expect(await ids({ search: "" })).not.toContain(silent);
  const { canBeTold, visitor } = await getConversation.run(owner, { conversationId: known });
  expect({ canBeTold, visitor }).toMatchObject({
    canBeTold: true,
    visitor: { consentText: "Yes." },
  });
  expect((await getConversation.run(owner, { conversationId: silent })).canBeTold).toBe(false);
});

test("an export has every message once, and no cell that is a formula; a large one is a job's", async () => {
  const formula = '=HYPERLINK("http://evil.example";"x")';
  const { conversationId } = await ask(formula);
  const read = async (format: "csv" | "jsonl") => {
    let text = "";
    for await (const part of exportLines(owner, { twinId }, format)) text += part.text;
    return text;
  };
  const lines = (await read("jsonl"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const messages = new Set(lines.map(({ messageId }) => messageId));
  expect(messages.size).toBe(lines.length);
  const listed = await list({});
  expect(new Set(lines.map((line) => line.conversationId)).size).toBe(listed.length);
  expect(await read("csv")).toContain(`"'=HYPERLINK(""http://evil.example"";""x"")"`);
  const small = await exportConversations.run(owner, {
    twinId,
    format: "csv",
    conversationIds: [conversationId],
  });
  expect(small).toMatchObject({ conversations: 1, jobId: null });
  await owner.transaction(async (tx) => {
    for (let n = 0; n < 501; n++)
      await insertConversation(tx, { twinId, channel: "api", title: "x" });
  });
  const large = await exportConversations.run(owner, { twinId, format: "jsonl" });
  await world.runJobs(tenant);
  const job = await getJob.run(owner, { jobId: large.jobId! });
  expect(job).toMatchObject({
    status: "succeeded",
    result: { conversations: listed.length + 501 },
  });
});

test("another tenant sees and changes nothing", async () => {
  const { id: messageId, conversationId } = await ask("Who goes there?");
  const stranger = (await world.newTenant()).as("owner");
  const correction = { messageId, answer: "Mine.", revision: 0, tellVisitor: false };
  for (const attempt of [
    () => getConversation.run(stranger, { conversationId }),
    () => tagConversation.run(stranger, { conversationId, tags: ["x"] }),
    () => reviewConversation.run(stranger, { conversationId, flagged: true }),
    () => addNote.run(stranger, { conversationId, text: "x" }),
    () => correctAnswer.run(stranger, correction),
    () => exportConversations.run(stranger, { twinId, format: "csv" }),
    () => listConversations.run(stranger, { twinId, limit: 10, search: "goes" }),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
  }
});
