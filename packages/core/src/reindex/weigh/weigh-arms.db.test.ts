import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { askQuestion } from "../../conversation/ask-question.ts";
import { startChat } from "../../conversation/conversations.ts";
import { getTrace } from "../../conversation/trace/get-trace.ts";
import { cancelJob } from "../../job/cancel-job.ts";
import { listJobLogs, listJobs } from "../../job/jobs.ts";
import type { Context } from "../../kernel/context.ts";
import { searchKnowledge } from "../../knowledge/search-knowledge.ts";
import { setBudget } from "../../provider/set-budget.ts";
import { removeTest } from "../../quality/tests.ts";
import { createTest, updateTest } from "../../quality/write-test.ts";
import { addText } from "../../source/add-text.ts";
import { type EmbeddingProvider, openEmbeddingProvider } from "../../testing/embedding-provider.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../../testing/open-test-world.ts";
import { createTwin } from "../../twin/create-twin.ts";
import { getIndex } from "../get-index.ts";
import { startReindex } from "../start-reindex.ts";
import { switchIndex } from "../switch-index.ts";

/** Notes, and tests that each name one of them. */
const COUNT = 22;
/** So many tests are not enough. */
const TOO_FEW = 19;
const NOTES = Array.from({ length: COUNT }, (_, i) => i);

/** A word of eight letters that nothing else is spelt like. */
function word(name: string): string {
  const digest = createHash("sha256").update(name).digest();
  return Array.from(digest.subarray(0, 8), (byte) => String.fromCharCode(97 + (byte % 26))).join(
    "",
  );
}

const textOf = (i: number) =>
  `${word(`own ${i}`)} ${word(`a ${i}`)} ${word(`b ${i}`)} ${word(`c ${i}`)}.`;
/** Its first word is the note's; the others mean what `meant` is about, and stand in no note. */
const questionOf = (i: number, kind: string) =>
  [`own ${i}`, ...["a", "b", "c"].map((part) => `${kind} ${part} ${i}`)].map(word).join(" ");
const meaning = (kind: string, aboutOf: (i: number) => number) =>
  NOTES.flatMap((i) =>
    ["a", "b", "c"].map((part) => [word(`${kind} ${part} ${i}`), word(`${part} ${aboutOf(i)}`)]),
  );
const synonyms = Object.fromEntries([
  // What a note alone says is nothing to the model.
  ...NOTES.map((i) => [word(`own ${i}`), "nothing"]),
  ...meaning("fitting", (i) => i),
  ...meaning("misled", (i) => (i + 1) % COUNT),
]);

let provider: EmbeddingProvider;
let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
let twinId: string;
let sourceIds: string[];
beforeAll(async () => {
  provider = await openEmbeddingProvider({
    meaning: { dimensions: 512, synonyms },
    letters: { dimensions: 384 },
  });
  world = await openTestWorld(provider.ports);
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await provider[Symbol.asyncDispose]();
});
beforeEach(async () => {
  provider.double.outage = null;
  provider.double.onRequest = null;
  tenant = await world.newTenant();
  owner = tenant.as("owner");
  twinId = (await createTwin.run(owner, { name: "Harbour" })).id;
  sourceIds = [];
  for (const i of NOTES) {
    const note = { twinId, title: `Note ${i}`, text: textOf(i) };
    sourceIds.push((await addText.run(owner, note)).id);
  }
  await world.runJobs(tenant, "ingestion");
});

const testNote = (i: number, kind: string) =>
  createTest.run(owner, {
    twinId,
    question: questionOf(i, kind),
    expectations: [{ kind: "cites_source", sourceId: sourceIds[i]! }],
    origin: "hand",
  });
const testNotes = async (kind: string, count = COUNT) => {
  const ids: string[] = [];
  for (const i of NOTES.slice(0, count)) ids.push((await testNote(i, kind)).id);
  return ids;
};
const index = () => getIndex.run(owner, { twinId });
const weigh = () => world.runJobs(tenant, "weighing");
const jobs = async () => (await listJobs.run(owner, { kind: "weighing", twinId, limit: 20 })).items;
const firstFound = async (query: string) =>
  (await searchKnowledge.run(owner, { twinId, query, limit: 3 })).passages[0]?.sourceId;
const shareOfAnswer = async (message: string) => {
  const { id: conversationId } = await startChat.run(owner, { twinId });
  let messageId = "";
  for await (const events of askQuestion(owner, { conversationId, message })) {
    messageId = events.at(-1)?.messageId ?? messageId;
  }
  return (await getTrace.run(owner, { messageId })).denseShare;
};
const paidFor = (model = "meaning") => provider.double.paid.get(model)?.length ?? 0;

test("meaning that leads astray counts less, for every search from then on, and is paid for once", async () => {
  const question = questionOf(3, "misled");
  expect(await firstFound(question)).toBe(sourceIds[4]);
  const testIds = await testNotes("misled");
  expect((await index()).live.weighing).toBeNull();
  const before = paidFor();
  await weigh();
  expect(paidFor() - before).toBe(COUNT);
  const { live } = await index();
  expect(live.weighing).toMatchObject({
    questions: COUNT,
    first: { words: COUNT, vectors: 0, here: COUNT },
  });
  const { share, first, gain, gainWithin } = live.weighing!;
  expect(share).toBeLessThan(1);
  expect(first.usual).toBeLessThan(COUNT / 2);
  expect(gain - gainWithin).toBeGreaterThan(0);
  expect(await firstFound(question)).toBe(sourceIds[3]);
  expect(await shareOfAnswer(question)).toBe(share);
  expect(await jobs()).toMatchObject([{ status: "succeeded", result: { share } }]);

  await updateTest.run(owner, { testId: testIds[0]!, question: questionOf(0, "misled") });
  await weigh();
  const [again] = await jobs();
  const { items } = await listJobLogs.run(owner, { jobId: again!.id, limit: 10 });
  expect(items.map(({ message }) => message).join()).toContain("already");
  expect((await index()).live.weighing).toEqual(live.weighing);

  for (const testId of testIds.slice(TOO_FEW)) await removeTest.run(owner, { testId });
  await weigh();
  expect(await index()).toMatchObject({
    live: { weighing: null },
    namingTests: { count: TOO_FEW, least: TOO_FEW + 1 },
  });
  expect(await firstFound(question)).toBe(sourceIds[4]);
});

test("meaning that leads where it should counts as usual", async () => {
  await testNotes("fitting");
  await weigh();
  const { weighing } = (await index()).live;
  expect(weighing).toMatchObject({ share: 1, gain: 0, first: { usual: COUNT, here: COUNT } });
});

test("where texts have changed since, the day's health check asks for it anew", async () => {
  await testNotes("misled");
  await weigh();
  const { weighing } = (await index()).live;
  await addText.run(owner, { twinId, title: "Late", text: "A bell rings at dusk." });
  await world.runJobs(tenant, "ingestion");
  await world.runJobs(tenant, "health_check");
  expect((await jobs()).map(({ status }) => status)).toEqual(["queued", "succeeded"]);
  await weigh();
  expect((await index()).live.weighing!.weighedAt).not.toBe(weighing!.weighedAt);
});

test("too few tests, or a twin without vectors, weigh nothing and ask for no job", async () => {
  await testNotes("misled", TOO_FEW);
  expect(await jobs()).toEqual([]);
  const { embedder } = world.ports;
  world.ports.embedder = null;
  try {
    twinId = (await createTwin.run(owner, { name: "Words" })).id;
    const { id } = await addText.run(owner, { twinId, title: "Note", text: textOf(0) });
    sourceIds = NOTES.map(() => id);
    await world.runJobs(tenant, "ingestion");
    await testNotes("misled");
    expect(await jobs()).toEqual([]);
    expect((await index()).live).toMatchObject({ model: null, weighing: null });
  } finally {
    world.ports.embedder = embedder;
  }
});

test("where the budget has no room, meaning counts as before, and the job says why", async () => {
  await testNotes("misled");
  await setBudget.run(owner, setBudget.input.parse({ twinId, tokensPerMonth: 1 }));
  await weigh();
  const [job] = await jobs();
  expect(job).toMatchObject({ status: "succeeded", result: null });
  const { items } = await listJobLogs.run(owner, { jobId: job!.id, limit: 10 });
  expect(items.map(({ message }) => message).join()).toContain("budget has no room");
  expect((await index()).live.weighing).toBeNull();
});

test("while the model fails it is tried again, and cancelled it leaves all as it was", async () => {
  await testNotes("misled");
  provider.double.outage = 500;
  await weigh();
  expect(await jobs()).toMatchObject([{ status: "queued", attempt: 1 }]);
  expect((await index()).live.weighing).toBeNull();
  provider.double.outage = null;
  provider.double.onRequest = async () => {
    provider.double.onRequest = null;
    const [job] = await jobs();
    await cancelJob.run(owner, { jobId: job!.id });
  };
  await weigh();
  expect(await jobs()).toMatchObject([{ status: "cancelled" }]);
  expect((await index()).live.weighing).toBeNull();
});

test("an index that is being made is weighed before it is compared, and takes its share along", async () => {
  await testNotes("misled");
  await startReindex.run(owner, { twinId, model: "letters" });
  await world.runJobs(tenant, "index_fill");
  const { live, candidate } = await index();
  expect(live.weighing).toBeNull();
  expect(candidate).toMatchObject({
    status: "ready",
    weighing: { questions: COUNT, first: { here: COUNT } },
    comparison: { questions: { tested: 20 }, after: { found: 1 } },
  });
  await switchIndex.run(owner, { twinId, generationId: candidate!.id });
  const paid = paidFor("letters");
  await weigh();
  expect((await index()).live.weighing).toEqual(candidate!.weighing);
  expect(paidFor("letters")).toBe(paid);
});
