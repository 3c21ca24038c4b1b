import { insertQualityResult, listQualityResults } from "@understudy/db/queries/quality-results";
import { afterAll, beforeAll, expect, test } from "vitest";
import { measureSyncImpact } from "../health/impacts.ts";
import { cancelJob } from "../job/cancel-job.ts";
import { retryJob } from "../job/retry-job.ts";
import type { Context } from "../kernel/context.ts";
import { measureImpact } from "../overlay/measure-impact.ts";
import { editNote } from "../source/edit-note.ts";
import { listSyncs } from "../source/syncs.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { createVerifiedAnswer } from "../verified-answer/create-verified-answer.ts";
import { measureVerifiedImpact } from "../verified-answer/measure-verified-impact.ts";
import type { NewExpectation, Verdict } from "./contract.ts";
import { draftTests } from "./draft-tests.ts";
import { getRun, runTests } from "./runs.ts";
import { HANDBOOK, keepTwins, OUTSIDE, PAINTED } from "./testing/keeper-twin.ts";
import { listTests, removeTest } from "./tests.ts";
import { createTest, updateTest } from "./write-test.ts";

let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
let keeping: ReturnType<typeof keepTwins>;

beforeAll(async () => {
  world = await openTestWorld();
  tenant = await world.newTenant();
  owner = tenant.as("owner");
  keeping = keepTwins(world, tenant, owner);
});
afterAll(() => world[Symbol.asyncDispose]());

test("each expectation is judged on the answer that a visitor would get, and what cannot be told is skipped", async () => {
  const { twinId, sourceId, chunkOf } = await keeping.newTwin();
  const chunkId = await chunkOf("1931");
  const other = await chunkOf("rapeseed");
  const vouched = { question: "Who is the keeper?", answer: "Ada is.", phrasings: [] };
  const { id: verifiedAnswerId } = await createVerifiedAnswer.run(owner, {
    twinId,
    ...vouched,
    reviewBy: null,
  });
  const cases: [string, NewExpectation, Verdict, string | null][] = [
    [PAINTED, { kind: "cites_source", sourceId }, "passed", null],
    [PAINTED, { kind: "cites_passage", chunkId }, "passed", null],
    [PAINTED, { kind: "cites_passage", chunkId: other }, "failed", "passage_not_cited"],
    [PAINTED, { kind: "contains", text: "Green and white STRIPES" }, "passed", null],
    [PAINTED, { kind: "contains", text: "1932" }, "failed", "words_missing"],
    [PAINTED, { kind: "lacks", text: "1931" }, "failed", "words_there"],
    [PAINTED, { kind: "lacks", text: "red" }, "passed", null],
    [PAINTED, { kind: "refuses" }, "failed", "answered"],
    [PAINTED, { kind: "supported", share: 1 }, "passed", null],
    [PAINTED, { kind: "verified" }, "failed", "not_verified"],
    [PAINTED, { kind: "judged", demand: "It is polite." }, "skipped", "no_model"],
    [OUTSIDE, { kind: "refuses" }, "passed", null],
    [OUTSIDE, { kind: "supported", share: 0.5 }, "failed", "not_answered"],
    [vouched.question, { kind: "verified", verifiedAnswerId }, "passed", null],
    [vouched.question, { kind: "supported", share: 0.9 }, "passed", null],
  ];
  for (const [question, expectation] of cases) await keeping.addTest(twinId, question, expectation);
  const { results, summary, status, progress } = await keeping.run(twinId);
  expect(status).toBe("succeeded");
  expect(progress).toEqual({ done: cases.length, total: cases.length });
  const told = results.map(({ question, tested }) => {
    const { expectation, verdict, because } = tested!.judged[0]!;
    return [question, expectation.kind, verdict, because];
  });
  expect(told).toEqual(
    cases.map(([question, { kind }, ...verdict]) => [question, kind, ...verdict]),
  );
  expect(summary).toMatchObject({ passed: 8, failed: 6, skipped: 1, leaks: 1, overRefusals: 1 });
  const [first] = results;
  expect(first!.tested!.text).toContain("1931");
  expect(first!.tested!.citations[0]!.quote).toContain("1931");
});

test("a passage is found again by its words when its source is read anew, and skipped when it is gone", async () => {
  const { twinId, sourceId, chunkOf } = await keeping.newTwin();
  const chunkId = await chunkOf("1931");
  await keeping.addTest(twinId, PAINTED, { kind: "cites_passage", chunkId });
  const preface =
    "# Preface\n\nThis handbook is for new keepers, and is read on the first day.\n\n";
  await editNote.run(owner, { sourceId, text: preface + HANDBOOK });
  await world.runJobs(tenant, "ingestion");
  expect(await chunkOf("1931")).not.toBe(chunkId);
  expect((await keeping.run(twinId)).results[0]!.tested!.verdict).toBe("passed");
  await editNote.run(owner, { sourceId, text: HANDBOOK.slice(HANDBOOK.indexOf("The lamp")) });
  await world.runJobs(tenant, "ingestion");
  const gone = (await keeping.run(twinId)).results[0]!;
  expect(gone.tested).toMatchObject({ verdict: "skipped", judged: [{ because: "passage_gone" }] });
  expect(gone).toMatchObject({ change: "regressed", previousVerdict: "passed" });
  const published = keeping.publish(twinId);
  expect(await published).toMatchObject({ status: "blocked", blockers: [{ verdict: "skipped" }] });
});

test("what is corrected, edited or synced tells of the tests that rest on it, by demand or by their last answer", async () => {
  const { twinId, sourceId, chunkOf } = await keeping.newTwin();
  const chunkId = await chunkOf("1931");
  const oil = await chunkOf("rapeseed");
  const vouched = { question: "Who is the keeper?", answer: "Ada is.", phrasings: [] };
  const made = { twinId, ...vouched, reviewBy: null };
  const { id: verifiedAnswerId } = await createVerifiedAnswer.run(owner, made);
  const demanding = await keeping.addTest(twinId, PAINTED, { kind: "cites_passage", chunkId });
  const answered = await keeping.addTest(twinId, `${PAINTED} Please.`, {
    kind: "contains",
    text: "1931",
  });
  const given = await keeping.addTest(twinId, vouched.question, { kind: "lacks", text: "Bob" });
  const ids = ({ tests }: { tests: { id: string }[] }) => tests.map(({ id }) => id);
  const onPassage = async (id: string) => ids(await measureImpact.run(owner, { chunkId: id }));
  const onVerified = async () => ids(await measureVerifiedImpact.run(owner, { verifiedAnswerId }));
  expect(await onPassage(chunkId)).toEqual([demanding.id]);
  expect(await onVerified()).toEqual([]);
  await keeping.run(twinId);
  expect(await onPassage(chunkId)).toEqual([demanding.id, answered.id]);
  expect(await onPassage(oil)).toEqual([]);
  expect(await onVerified()).toEqual([given.id]);
  await editNote.run(owner, { sourceId, text: HANDBOOK.replace("1931", "1932") });
  await world.runJobs(tenant, "ingestion");
  const [sync] = (await listSyncs.run(owner, { sourceId, limit: 1 })).items;
  const onSync = measureSyncImpact.run(owner, { syncId: sync!.id });
  expect(ids(await onSync)).toEqual([demanding.id, answered.id]);
  await expect(
    measureVerifiedImpact.run((await world.newTenant()).as("owner"), { verifiedAnswerId }),
  ).rejects.toMatchObject({ code: "not_found" });
});

test("an attempt goes on where an earlier one ended, and a cancelled run can go on, too", async () => {
  const { twinId } = await keeping.newTwin();
  const kept = await keeping.addTest(twinId, PAINTED, { kind: "contains", text: "1931" });
  await keeping.addTest(twinId, OUTSIDE, { kind: "refuses" });
  const { id: runId, jobId } = await runTests.run(owner, { twinId });
  const again = await runTests.run(owner, { twinId });
  expect(again.id).toBe(runId);
  const detail = {
    text: "From the attempt before.",
    citations: [],
    answered: true,
    isVerified: false,
    writer: "quotation",
    model: null,
    supportedShare: 1,
    durationMs: 1,
    judged: [],
  };
  await owner.transaction((tx) =>
    insertQualityResult(tx, {
      twinId,
      runId,
      testId: kept.id,
      testRevision: 1,
      side: "tested",
      configurationHash: "",
      verdict: "passed",
      answered: true,
      isLeak: false,
      isOverRefusal: false,
      detail,
    }),
  );
  await cancelJob.run(owner, { jobId: jobId! });
  expect(await getRun.run(owner, { runId })).toMatchObject({
    status: "cancelled",
    progress: { done: 1, total: 2 },
  });
  await retryJob.run(owner, { jobId: jobId! });
  await world.runJobs(tenant, "quality_run");
  const ended = await getRun.run(owner, { runId });
  expect(ended).toMatchObject({ status: "succeeded", summary: { passed: 2 } });
  expect(ended.results.map(({ tested }) => tested!.text)).toEqual([
    "From the attempt before.",
    "Ask the harbour master.",
  ]);
  expect(await owner.transaction((tx) => listQualityResults(tx, runId))).toHaveLength(2);
});

test("a test is edited as its next revision, and results of an earlier one are not compared with", async () => {
  const { twinId } = await keeping.newTwin();
  const made = await keeping.addTest(twinId, PAINTED, { kind: "contains", text: "1931" });
  await keeping.run(twinId);
  const listed = await listTests.run(owner, { twinId, limit: 50 });
  expect(listed.items[0]!.last).toMatchObject({ verdict: "passed", isCurrent: true });
  const edit = { testId: made.id, revision: 1, question: "Which year was the paint?" };
  expect(await updateTest.run(owner, edit)).toMatchObject({ revision: 2, question: edit.question });
  await expect(updateTest.run(owner, edit)).rejects.toMatchObject({
    reason: "quality.test_changed",
  });
  const edited = await listTests.run(owner, { twinId, limit: 50 });
  expect(edited.items[0]!.last).toMatchObject({ isCurrent: false });
  expect((await keeping.run(twinId)).results[0]).toMatchObject({ change: "new" });
  await removeTest.run(owner, { testId: made.id });
  await expect(runTests.run(owner, { twinId })).rejects.toMatchObject({
    reason: "quality.no_tests",
  });
});

test("tests are drafted from the content: passages that answer, what is vouched for, and what to refuse", async () => {
  const { twinId } = await keeping.newTwin();
  const vouched = { question: "Who is the keeper?", phrasings: ["Who keeps the light?"] };
  await createVerifiedAnswer.run(owner, { twinId, ...vouched, answer: "Ada.", reviewBy: null });
  const { items } = await draftTests.run(owner, { twinId, limit: 16 });
  const asked = items.map(({ question }) => question);
  const byPassage = items.filter(({ expectations: [first] }) => first!.kind === "cites_passage");
  expect(byPassage.length).toBeGreaterThan(0);
  expect(asked).toContain("Who keeps the light?");
  expect(new Set(asked).size).toBe(asked.length);
  expect(new Set(items.map(({ purpose }) => purpose))).toEqual(
    new Set(["answers", "refuses", "resists"]),
  );
  for (const draft of items) await createTest.run(owner, { twinId, origin: "content", ...draft });
  const { summary } = await keeping.run(twinId);
  expect(summary).toMatchObject({ failed: 0, skipped: 0, passed: items.length });
  const more = await draftTests.run(owner, { twinId, limit: 16 });
  expect(more.items.filter(({ question }) => asked.includes(question))).toEqual([]);
});
