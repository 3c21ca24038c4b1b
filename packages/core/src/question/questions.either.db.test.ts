import { saveUnwanted } from "@understudy/db/queries/visitor-notices";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAccessGroup } from "../access-group/access-groups.ts";
import { getVisibility } from "../access-group/visibility.ts";
import { listClarifications } from "../clarification/clarifications.ts";
import { askQuestion } from "../conversation/ask-question.ts";
import { startChat } from "../conversation/conversations.ts";
import { giveFeedback } from "../conversation/give-feedback.ts";
import { correctAnswer } from "../conversation/operate/correct-answer.ts";
import { getConversation } from "../conversation/operate/get-conversation.ts";
import type { Context } from "../kernel/context.ts";
import { listTests } from "../quality/tests.ts";
import { startReconcile } from "../reconcile/start-reconcile.ts";
import { addText } from "../source/add-text.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { listVerifiedAnswers } from "../verified-answer/verified-answers.ts";
import { answerCluster } from "./answer-cluster.ts";
import { AnswerInput } from "./contract.ts";
import { dismissQuestion } from "./dismiss-question.ts";
import { getQuestion } from "./get-question.ts";
import { listAsked, listQuestions } from "./list-questions.ts";
import { reopenQuestion } from "./reopen-question.ts";
import { suggestAnswer } from "./suggest-answer.ts";
import { loseJobs } from "./testing/lose-jobs.ts";
import { openMailBox } from "./testing/open-mail-box.ts";
import { visit } from "./testing/visit.ts";

const box = openMailBox();
let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
beforeAll(async () => {
  world = await openTestWorld({ mail: box.send });
  tenant = await world.newTenant();
  owner = tenant.as("owner");
});
afterAll(() => world[Symbol.asyncDispose]());

const newTwin = async () => (await createTwin.run(owner, { name: "Keeper" })).id;

async function askAll(twinId: string, questions: readonly string[]) {
  for (const question of questions) await (await visit(owner, twinId))(question);
  await world.runJobs(tenant);
}

const list = async (twinId: string, status: "open" | "answered" | "dismissed" = "open") =>
  (await listQuestions.run(owner, { twinId, status, limit: 50 })).items;
const answer = (clusterId: string, wanted: Partial<typeof AnswerInput._input> = {}, as = owner) =>
  answerCluster.run(as, AnswerInput.parse({ clusterId, answer: "Five days.", ...wanted }));

const REFUND = [
  "How long does a refund take?",
  "How long does my refund take?",
  "how long do refunds take",
];
const NOT_REFUND = "How long does a refund not take?";

test("those who ask the same stand together, by how many people they are; who asks without end is one", async () => {
  const twinId = await newTwin();
  const one = await visit(owner, twinId);
  for (let asked = 0; asked < 40; asked++) await one("Where do I park?");
  expect(await list(twinId)).toMatchObject([{ people: 1, timesAsked: 40 }]);
  await askAll(twinId, REFUND);
  const [refund, parking, ...others] = await list(twinId);
  expect(others).toEqual([]);
  expect(parking).toMatchObject({ question: "Where do I park?", people: 1, timesAsked: 40 });
  expect(refund).toMatchObject({ people: 3, timesAsked: 3, cameBack: null });
  expect(REFUND).toContain(refund!.question);
  expect(refund!.trend).toEqual([0, 0, 0, 0, 0, 0, 0, 3]);
  expect(refund!.examples.map(({ question }) => question).toSorted()).toEqual(REFUND.toSorted());
  const everybody = await listAsked.run(owner, { clusterId: refund!.id, limit: 2 });
  expect(everybody).toMatchObject({ items: [{}, {}], nextCursor: expect.any(String) });
  await world.runJobs(tenant, "clustering");
  expect((await list(twinId)).map(({ id }) => id)).toEqual([refund!.id, parking!.id]);
});

test("answered once it is a verified answer in all its phrasings, no opposite among them, with a test; undone nothing is left", async () => {
  const twinId = await newTwin();
  await askAll(twinId, [...REFUND, NOT_REFUND]);
  const [cluster, ...others] = await list(twinId);
  expect(others).toEqual([]);
  const question = REFUND[0]!;
  const named = await answer(cluster!.id, {
    question,
    phrasings: [...REFUND.slice(1), NOT_REFUND],
  });
  expect(named.leftOut).toEqual([{ question: NOT_REFUND, because: "negation" }]);
  expect(await list(twinId)).toMatchObject([{ question: NOT_REFUND, people: 1 }]);
  await reopenQuestion.run(owner, { clusterId: cluster!.id });
  const taught = async () => (await listVerifiedAnswers.run(owner, { twinId, limit: 10 })).items;
  const tests = async () => (await listTests.run(owner, { twinId, limit: 10 })).items;
  const clarified = async (status: "open" | "answered") =>
    (await listClarifications.run(owner, { twinId, status, limit: 10 })).items;
  expect([await taught(), await tests(), await clarified("answered")]).toEqual([[], [], []]);

  const answered = await answer(cluster!.id, { question });
  expect(answered).toMatchObject({ status: "answered", answer: "Five days.", telling: 0 });
  const [verified] = await taught();
  expect(verified).toMatchObject({ id: answered.verifiedAnswerId, question });
  expect(verified!.phrasings.toSorted()).toEqual(REFUND.slice(1).toSorted());
  expect(await tests()).toMatchObject([{ id: answered.testId, origin: "conversation" }]);
  expect(await clarified("open")).toMatchObject([{ question: NOT_REFUND }]);
  expect(await list(twinId)).toMatchObject([{ question: NOT_REFUND }]);
  expect(await list(twinId, "answered")).toMatchObject([{ id: cluster!.id, people: 3 }]);
});

test("of two who answer at once one wins; the other is told, and nothing of theirs is kept", async () => {
  const twinId = await newTwin();
  await askAll(twinId, REFUND.slice(0, 1));
  const [{ id } = { id: "" }] = await list(twinId);
  const outcomes = await Promise.allSettled([
    answer(id, { answer: "The first." }),
    answer(id, { answer: "The second." }),
    answer(id, { answer: "A belief.", as: "belief" }),
  ]);
  const refused = outcomes.filter((outcome) => outcome.status === "rejected");
  const conflict = { reason: { code: "conflict", reason: "question.answered" } };
  expect(refused).toMatchObject([conflict, conflict]);
  const late = dismissQuestion.run(owner, { clusterId: id, reason: "" });
  await expect(late).rejects.toMatchObject({ reason: "question.answered" });
});

test("set aside with a reason it stays so when it is asked again, until it is opened again", async () => {
  const twinId = await newTwin();
  await askAll(twinId, REFUND.slice(0, 1));
  const [{ id: clusterId } = { id: "" }] = await list(twinId);
  await dismissQuestion.run(owner, { clusterId, reason: "Not ours" });
  await askAll(twinId, REFUND.slice(0, 2));
  expect(await list(twinId)).toEqual([]);
  expect(await list(twinId, "dismissed")).toMatchObject([
    { id: clusterId, dismissReason: "Not ours", people: 3 },
  ]);
  await reopenQuestion.run(owner, { clusterId });
  expect(await list(twinId)).toMatchObject([{ id: clusterId, dismissReason: null }]);
  const again = reopenQuestion.run(owner, { clusterId });
  await expect(again).rejects.toMatchObject({ reason: "question.open" });
});

test("asked again after it was answered it has come back, and its answer learns the new words", async () => {
  const twinId = await newTwin();
  await askAll(twinId, REFUND.slice(0, 2));
  const [{ id: clusterId } = { id: "" }] = await list(twinId);
  const first = await answer(clusterId);
  const { id: conversationId } = await startChat.run(owner, { twinId });
  for await (const _ of askQuestion(owner, { conversationId, message: REFUND[0]! }));
  expect(await list(twinId, "answered")).toMatchObject([{ cameBack: { people: 1, given: 1 } }]);
  await askAll(twinId, REFUND.slice(2));
  const [back] = await list(twinId);
  expect(back).toMatchObject({ id: clusterId, cameBack: { people: 2, given: 1 } });
  const second = await answer(clusterId, { answer: "Three days now." });
  expect(second.verifiedAnswerId).toBe(first.verifiedAnswerId);
  const { items } = await listVerifiedAnswers.run(owner, { twinId, limit: 10 });
  expect(items).toMatchObject([{ answer: "Three days now." }]);
  expect(items[0]!.phrasings).toContain(REFUND[2]);
});

test("everyone who agreed to hear is told once, each address and each cluster; who may not have it, or wants no mail, is not", async () => {
  const twinId = await newTwin();
  const { id: groupId } = await createAccessGroup.run(owner, {
    twinId,
    name: "Gold",
    description: "",
  });
  const [question] = REFUND;
  for (const visitor of [
    { email: "ada@example.org", groupId },
    { email: "ADA@example.org", groupId },
    { email: "nobody@example.org", groupId },
    { email: "never@example.org", groupId },
    { email: "outside@example.org" },
    { groupId },
  ]) {
    await (await visit(owner, twinId, visitor))(question!);
  }
  await owner.transaction((tx) => saveUnwanted(tx, { twinId, email: "Never@example.org" }));
  const [{ id: clusterId } = { id: "" }] = await list(twinId);
  expect((await getQuestion.run(owner, { clusterId })).tellable).toBe(3);
  const told = { tellAskers: true, accessGroupIds: [groupId] };
  const { telling, verifiedAnswerId } = await answer(clusterId, told);
  expect(telling).toBe(2);
  const ids = { sourceIds: [], beliefIds: [], verifiedAnswerIds: [verifiedAnswerId!] };
  expect((await getVisibility.run(owner, ids)).items).toMatchObject([
    { accessGroupIds: [groupId] },
  ]);
  box.mails.length = 0;
  await world.runJobs(tenant);
  await world.runJobs(tenant);
  expect(box.mails).toMatchObject([
    { to: expect.stringMatching(/^ada@/i), text: expect.stringContaining("Five days.") },
  ]);
  const { told: became } = await getQuestion.run(owner, { clusterId });
  expect(became).toEqual({ waiting: 0, sent: 1, failed: 1, unwanted: 0 });
});

test("what is taken back before it went out is mailed to nobody, and a corrected answer is mailed to who asked", async () => {
  const twinId = await newTwin();
  await (await visit(owner, twinId, { email: "grace@example.org" }))(REFUND[0]!);
  const [{ id: clusterId } = { id: "" }] = await list(twinId);
  const { examples } = await answer(clusterId, { tellAskers: true });
  await reopenQuestion.run(owner, { clusterId });
  box.mails.length = 0;
  await world.runJobs(tenant);
  expect(box.mails).toEqual([]);
  const { messageId, conversationId } = examples[0]!;
  const wanted = { messageId: messageId!, answer: "Two days.", revision: 0, tellVisitor: true };
  await correctAnswer.run(owner, wanted);
  const becameOf = async () => (await getConversation.run(owner, { conversationId })).corrections;
  box.isAway = true;
  await world.runJobs(tenant);
  box.isAway = false;
  expect(await becameOf()).toMatchObject([{ notice: "waiting" }]);
  expect(await loseJobs(owner, { kind: "follow_up", twinId })).toBe(1);
  await startReconcile.run(owner, {});
  for (const kind of ["reconcile", "follow_up"] as const) await world.runJobs(tenant, kind);
  const grace = { to: "grace@example.org", text: expect.stringContaining("Two days.") };
  expect(box.mails).toMatchObject([grace]);
  expect(await becameOf()).toMatchObject([{ notice: "sent" }]);
  expect(await list(twinId)).toEqual([]);
});

test("what was asked in earnest is there at once, also what was answered badly, with what the sources say near it", async () => {
  const twinId = await newTwin();
  const text = "The lamp burns rapeseed oil. One barrel lasts eleven nights in winter.";
  const { id: sourceId } = await addText.run(owner, { twinId, title: "Handbook", text });
  await world.runJobs(tenant);
  const ask = async (message: string) => {
    const { id: conversationId } = await startChat.run(owner, { twinId });
    for await (const _ of askQuestion(owner, { conversationId, message }));
    return (await getConversation.run(owner, { conversationId })).messages.at(-1)!;
  };
  await ask("Who painted the barrel?");
  const [unanswered] = await list(twinId);
  expect(unanswered).toMatchObject({ examples: [{ because: "unanswered" }] });
  const { id: messageId } = await ask("What does the lamp burn?");
  await giveFeedback.run(owner, { messageId, rating: "down", comment: "" });
  const [disliked] = await list(twinId);
  expect(disliked).toMatchObject({
    question: "What does the lamp burn?",
    examples: [{ because: "disliked" }],
  });
  const near = await suggestAnswer.run(owner, { clusterId: disliked!.id });
  expect(near).toMatchObject({
    text: expect.stringContaining("rapeseed oil"),
    citations: [{ sourceId }],
  });
  expect(await suggestAnswer.run(owner, { clusterId: unanswered!.id })).toEqual(
    expect.objectContaining({ text: expect.anything() }),
  );
});
