import type { TenantTx } from "@understudy/db/scope";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listBeliefs } from "../belief/beliefs.ts";
import { askQuestion } from "../conversation/ask-question.ts";
import type { AnswerEvent } from "../conversation/contract.ts";
import { startChat } from "../conversation/conversations.ts";
import type { AuditEntry, Context } from "../kernel/context.ts";
import { rehearseAnswer } from "../knowledge/explore/rehearse-answer.ts";
import { addText } from "../source/add-text.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { listVerifiedAnswers } from "../verified-answer/verified-answers.ts";
import { dismissClarification, listClarifications } from "./clarifications.ts";
import { replyToClarification } from "./reply-to-clarification.ts";

const QUESTION = "Which colour is the dinghy?";

let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
beforeAll(async () => {
  world = await openTestWorld();
  tenant = await world.newTenant();
  owner = tenant.as("owner");
});
afterAll(() => world[Symbol.asyncDispose]());

async function newTwin() {
  const { id: twinId } = await createTwin.run(owner, { name: "Keeper" });
  const text = "The lighthouse has been striped since 1901, and its lamp is lit at dusk.";
  await addText.run(owner, { twinId, title: "Log", text });
  await world.runJobs(tenant);
  return twinId;
}

async function ask(twinId: string, message: string) {
  const { id: conversationId } = await startChat.run(owner, { twinId });
  const events: AnswerEvent[] = [];
  for await (const told of askQuestion(owner, { conversationId, message })) events.push(...told);
  const last = events.at(-1)!;
  if (last.type !== "done") throw new Error(`The answer ended with ${last.type}.`);
  return { ...last.message, conversationId };
}

const open = async (twinId: string) =>
  (await listClarifications.run(owner, { twinId, status: "open", limit: 10 })).items;

test("what is not answered is put to the owner once, however often and in whichever case it is asked", async () => {
  const twinId = await newTwin();
  expect(await ask(twinId, "Since when is the lighthouse striped?")).toMatchObject({
    answered: true,
  });
  await ask(twinId, QUESTION);
  const { conversationId } = await ask(twinId, "which colour is the dinghy");
  const [asked, ...others] = await open(twinId);
  expect(others).toEqual([]);
  expect(asked).toMatchObject({ question: QUESTION, timesAsked: 2, conversationId });
});

test("a reply answers whoever asks next, and closes the question", async () => {
  const twinId = await newTwin();
  await ask(twinId, QUESTION);
  const { id: clarificationId } = (await open(twinId))[0]!;
  const replied = await replyToClarification.run(owner, {
    clarificationId,
    text: "It is red.",
    as: "verified",
  });
  expect(replied).toMatchObject({ status: "answered", verifiedAnswerId: expect.any(String) });
  expect(await ask(twinId, QUESTION)).toMatchObject({ verified: true, text: "It is red." });
  expect(await open(twinId)).toEqual([]);
  const again = { clarificationId, text: "It is blue.", as: "belief" } as const;
  await expect(replyToClarification.run(owner, again)).rejects.toMatchObject({
    reason: "clarification.answered",
  });
});

test("a reply that cannot be settled teaches nothing", async () => {
  const twinId = await newTwin();
  await ask(twinId, QUESTION);
  const { id: clarificationId } = (await open(twinId))[0]!;
  const audit = async (tx: TenantTx, entry: AuditEntry) => {
    if (entry.action === "clarification.reply") throw new Error("The record is full.");
    return owner.audit(tx, entry);
  };
  for (const as of ["belief", "verified"] as const) {
    const reply = replyToClarification.run(
      { ...owner, audit },
      { clarificationId, text: "Red.", as },
    );
    await expect(reply).rejects.toThrow("full");
  }
  expect((await open(twinId)).map(({ id }) => id)).toEqual([clarificationId]);
  expect((await listBeliefs.run(owner, { twinId, limit: 10 })).items).toEqual([]);
  expect((await listVerifiedAnswers.run(owner, { twinId, limit: 10 })).items).toEqual([]);
});

test("a reply as a belief is one, and a dismissed question stays so", async () => {
  const twinId = await newTwin();
  await ask(twinId, QUESTION);
  const { id: clarificationId } = (await open(twinId))[0]!;
  const text = "Every boat of mine is red.";
  const { beliefId } = await replyToClarification.run(owner, {
    clarificationId,
    text,
    as: "belief",
  });
  const { items } = await listBeliefs.run(owner, { twinId, limit: 10 });
  expect(items).toMatchObject([{ id: beliefId, statement: text }]);
  await ask(twinId, "Who painted the quay?");
  await dismissClarification.run(owner, { clarificationId: (await open(twinId))[0]!.id });
  await ask(twinId, "Who painted the quay?");
  expect(await open(twinId)).toEqual([]);
});

test("what its owner tries out in the explorer opens nothing", async () => {
  const twinId = await newTwin();
  await rehearseAnswer.run(owner, { twinId, query: QUESTION, earlier: [], settings: {} });
  expect(await open(twinId)).toEqual([]);
});
