import { listAuditEvents } from "@understudy/db/queries/audit-events";
import { insertConversation } from "@understudy/db/queries/conversations";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { askQuestion } from "../conversation/ask-question.ts";
import type { Message } from "../conversation/contract.ts";
import { startChat } from "../conversation/conversations.ts";
import type { Channel } from "../conversation/filter.ts";
import type { Context } from "../kernel/context.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { getTwin, updateTwin } from "../twin/twins.ts";
import { createVerifiedAnswer } from "../verified-answer/create-verified-answer.ts";
import { previewRelease } from "./preview-release.ts";
import { publishRelease } from "./publish-release.ts";
import { getRelease, listReleases } from "./releases.ts";
import { rollBack } from "./roll-back.ts";

let world: TestWorld;
let tenant: TestTenant;
let owner: Context;

beforeAll(async () => {
  world = await openTestWorld();
  tenant = await world.newTenant();
  owner = tenant.as("owner");
});
afterAll(() => world[Symbol.asyncDispose]());

const saying = (noAnswerMessage: string) => ({ noAnswerMessage });

async function newTwin() {
  const twin = await createTwin.run(owner, { name: "Keeper", ...saying("First words.") });
  return twin.id;
}

async function publish(twinId: string, more: { note?: string; override?: string } = {}) {
  const result = await publishRelease.run(owner, { twinId, note: "", waitSeconds: 0, ...more });
  if (result.status !== "published") throw new Error(`Publishing is ${result.status}.`);
  return result;
}

function enter(twinId: string, channel: z.infer<typeof Channel>): Promise<string> {
  return owner.transaction(async (tx) => (await insertConversation(tx, { twinId, channel })).id);
}

async function ask(conversationId: string, message = "What is the capital of Mongolia?") {
  let last: Message | undefined;
  for await (const told of askQuestion(owner, { conversationId, message })) {
    for (const event of told) if (event.type === "done") last = event.message;
  }
  return { text: last!.text, releaseId: last!.releaseId };
}

test("a visitor is refused until the twin is published, and a key gets the draft until then", async () => {
  const twinId = await newTwin();
  for (const channel of ["link", "widget", "page"] as const) {
    const conversationId = await enter(twinId, channel);
    const asked = askQuestion(owner, { conversationId, message: "Anyone there?" });
    await expect(asked.next()).rejects.toMatchObject({ reason: "twin.not_published" });
  }
  const byKey = await enter(twinId, "api");
  expect(await ask(byKey)).toEqual({ text: "First words.", releaseId: null });
  const { id: releaseId } = await publish(twinId);
  await updateTwin.run(owner, { twinId, ...saying("Second words.") });
  expect(await ask(byKey)).toEqual({ text: "First words.", releaseId });
  for (const channel of ["link", "widget", "page"] as const) {
    const answer = await ask(await enter(twinId, channel));
    expect(answer).toEqual({ text: "First words.", releaseId });
  }
});

test("the studio gets the draft, or the release that was chosen there", async () => {
  const twinId = await newTwin();
  const { id: releaseId } = await publish(twinId);
  await updateTwin.run(owner, { twinId, ...saying("Second words.") });
  await publish(twinId);
  await updateTwin.run(owner, { twinId, ...saying("Third words.") });
  const draft = await startChat.run(owner, { twinId });
  expect(await ask(draft.id)).toEqual({ text: "Third words.", releaseId: null });
  const chosen = await startChat.run(owner, { twinId, releaseId });
  expect(chosen.releaseId).toBe(releaseId);
  expect(await ask(chosen.id)).toEqual({ text: "First words.", releaseId });
  const other = await newTwin();
  await expect(startChat.run(owner, { twinId: other, releaseId })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("what is learned after a release is live at once: only the configuration is frozen", async () => {
  const twinId = await newTwin();
  const { id: releaseId } = await publish(twinId);
  const visit = await enter(twinId, "link");
  const vouched = { question: "When does the ferry leave?", answer: "At seven." };
  await createVerifiedAnswer.run(owner, { twinId, phrasings: [], reviewBy: null, ...vouched });
  expect(await ask(visit, vouched.question)).toEqual({ text: "At seven.", releaseId });
});

test("a rollback gives visitors the earlier release in the conversation they are in, and is recorded", async () => {
  const twinId = await newTwin();
  const first = await publish(twinId, { note: "We begin." });
  await updateTwin.run(owner, { twinId, ...saying("Second words.") });
  const second = await publish(twinId, { override: "The tests come later." });
  const visit = await enter(twinId, "link");
  expect(await ask(visit)).toMatchObject({ text: "Second words.", releaseId: second.id });
  expect(await rollBack.run(owner, { twinId })).toMatchObject({ id: first.id, isCurrent: true });
  expect(await ask(visit)).toMatchObject({ text: "First words.", releaseId: first.id });
  expect(await getTwin.run(owner, { twinId })).toMatchObject(saying("Second words."));
  expect(await rollBack.run(owner, { releaseId: second.id })).toMatchObject({ number: 2 });
  const refused = rollBack.run(owner, { twinId, releaseId: second.id });
  await expect(refused).rejects.toMatchObject({ reason: "release.is_current" });
  await rollBack.run(owner, { releaseId: first.id });
  const none = rollBack.run(owner, { twinId });
  await expect(none).rejects.toMatchObject({ reason: "release.none_earlier" });
  const events = await owner.transaction((tx) => listAuditEvents(tx, { limit: 10 }));
  const told = events.filter(({ subjectId }) => subjectId === first.id);
  expect(told.map(({ action }) => action)).toEqual([
    "release.rollback",
    "release.rollback",
    "release.publish",
  ]);
});

test("the difference is told field by field, and each release keeps its own", async () => {
  const twinId = await newTwin();
  const draft = await previewRelease.run(owner, { twinId });
  expect(draft).toMatchObject({ current: null, warnings: ["no_tests"] });
  expect(draft.changes.map(({ field }) => field)).toEqual(["noAnswerMessage", "name"]);
  await publish(twinId);
  const after = await previewRelease.run(owner, { twinId });
  expect(after).toMatchObject({ changes: [], warnings: ["no_tests", "no_changes"] });
  await updateTwin.run(owner, { twinId, starterQuestions: ["Why?"], strictness: "adaptive" });
  const changes = [
    { field: "strictness", before: "strict", after: "adaptive" },
    { field: "starterQuestions", before: [], after: ["Why?"] },
  ];
  expect((await previewRelease.run(owner, { twinId })).changes).toEqual(changes);
  const second = await publish(twinId);
  expect(second.warnings).toEqual(["no_tests"]);
  await updateTwin.run(owner, { twinId, strictness: "creative" });
  const { items } = await listReleases.run(owner, { twinId, limit: 50 });
  expect(items.map(({ number, isCurrent }) => [number, isCurrent])).toEqual([
    [2, true],
    [1, false],
  ]);
  const kept = await getRelease.run(owner, { releaseId: second.id });
  expect(kept).toMatchObject({ changes, configuration: { strictness: "adaptive" } });
});

test("two that publish at once make two releases, and the later number is the current one", async () => {
  const twinId = await newTwin();
  const made = await Promise.all([publish(twinId), publish(twinId), publish(twinId)]);
  expect(made.map(({ number }) => number).toSorted()).toEqual([1, 2, 3]);
  const last = made.find(({ number }) => number === 3)!;
  expect(await getTwin.run(owner, { twinId })).toMatchObject({ currentReleaseId: last.id });
});
