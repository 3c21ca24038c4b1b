import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/context.ts";
import type { NewExpectation } from "../quality/contract.ts";
import { getStanding, markRunSeen } from "../quality/runs.ts";
import { keepTwins, OUTSIDE, PAINTED } from "../quality/testing/keeper-twin.ts";
import { addText } from "../source/add-text.ts";
import { removeSource } from "../source/remove-source.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../testing/open-test-world.ts";
import { updateTwin } from "../twin/twins.ts";
import { createVerifiedAnswer } from "../verified-answer/create-verified-answer.ts";
import { removeVerifiedAnswer } from "../verified-answer/verified-answers.ts";
import { previewRelease } from "./preview-release.ts";
import { rollBack } from "./roll-back.ts";

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

test("publishing waits for the tests, is blocked by what regressed, and goes on when that is mended or overridden", async () => {
  const { twinId } = await keeping.newTwin();
  const wanted: NewExpectation = { kind: "contains", text: "harbour master" };
  await keeping.addTest(twinId, OUTSIDE, { kind: "refuses" }, wanted);
  await keeping.addTest(twinId, PAINTED, { kind: "contains", text: "1931" });
  expect(await keeping.publish(twinId)).toMatchObject({ status: "testing" });
  await world.runJobs(tenant, "quality_run");
  const first = await keeping.publish(twinId);
  expect(first).toMatchObject({
    status: "published",
    number: 1,
    warnings: [],
    overrideReason: null,
  });

  await updateTwin.run(owner, { twinId, noAnswerMessage: "No idea." });
  expect(await keeping.publish(twinId)).toMatchObject({ status: "testing" });
  await world.runJobs(tenant, "quality_run");
  const blocker = { question: OUTSIDE, verdict: "failed", change: "regressed" };
  const blocked = await keeping.publish(twinId);
  expect(blocked).toMatchObject({
    status: "blocked",
    blockers: [{ ...blocker, because: ["words_missing"] }],
  });
  const preview = await previewRelease.run(owner, { twinId });
  expect(preview).toMatchObject({
    testCount: 2,
    run: { status: "succeeded" },
    blockers: [blocker],
  });
  expect(preview.changes.map(({ field }) => field)).toEqual(["noAnswerMessage"]);
  const forced = await keeping.publish(twinId, "The harbour master has retired.");
  expect(forced).toMatchObject({ status: "published", number: 2 });

  await updateTwin.run(owner, { twinId, noAnswerMessage: "Ask the harbour master, please." });
  await keeping.publish(twinId);
  await world.runJobs(tenant, "quality_run");
  const mended = await keeping.publish(twinId);
  expect(mended).toMatchObject({ status: "published", number: 3, overrideReason: null });
  expect(await rollBack.run(owner, { twinId })).toMatchObject({ number: 2, isCurrent: true });
});

test("a draft is compared with what visitors get, question by question, and that is asked once", async () => {
  const { twinId } = await keeping.newTwin();
  await keeping.addTest(twinId, OUTSIDE, { kind: "contains", text: "harbour master" });
  await keeping.publish(twinId, "To have something to compare with.");
  await updateTwin.run(owner, { twinId, noAnswerMessage: "No idea." });
  const draft = await keeping.run(twinId);
  expect(draft.comparedReleaseId).not.toBeNull();
  expect(draft.results[0]).toMatchObject({
    change: "regressed",
    tested: { text: "No idea.", verdict: "failed" },
    compared: { text: "Ask the harbour master.", verdict: "passed" },
  });
  await updateTwin.run(owner, { twinId, noAnswerMessage: "Not the harbour master." });
  const again = await keeping.run(twinId);
  expect(again.results[0]).toMatchObject({ change: "same", previousVerdict: "failed" });
  const compared = (one: typeof draft) => one.results[0]!.compared!.durationMs;
  expect(compared(again)).toBe(compared(draft));
});

test("a change of content starts the tests again, and a regression is told until its owner has looked", async () => {
  const { twinId, sourceId } = await keeping.newTwin();
  await keeping.addTest(twinId, PAINTED, { kind: "contains", text: "1931" });
  await keeping.publish(twinId);
  await world.runJobs(tenant, "quality_run");
  const { status } = await keeping.publish(twinId);
  expect(status).toBe("published");
  const vouched = { question: PAINTED, answer: "In 1932.", phrasings: [], reviewBy: null };
  const { id: verifiedAnswerId } = await createVerifiedAnswer.run(owner, { twinId, ...vouched });
  const worse = await keeping.settleContent(twinId);
  expect(worse).toMatchObject({ trigger: "content", summary: { regressed: 1, failed: 1 } });
  expect(worse.results[0]).toMatchObject({
    change: "regressed",
    tested: { text: "In 1932.", isVerified: true },
    compared: { verdict: "passed" },
  });
  expect(await getStanding.run(owner, { twinId })).toMatchObject({ notice: { id: worse.id } });

  await addText.run(owner, { twinId, title: "More", text: "Fog is signalled by a horn." });
  const still = await keeping.settleContent(twinId);
  expect(still).toMatchObject({ summary: { regressed: 0, failed: 1 } });
  expect(await getStanding.run(owner, { twinId })).toMatchObject({ notice: { id: worse.id } });
  await markRunSeen.run(owner, { runId: worse.id });
  expect(await getStanding.run(owner, { twinId })).toMatchObject({ notice: null });

  await removeVerifiedAnswer.run(owner, { verifiedAnswerId });
  expect(await keeping.settleContent(twinId)).toMatchObject({ summary: { fixed: 1, failed: 0 } });
  await removeSource.run(owner, { sourceId });
  const lost = await keeping.settleContent(twinId);
  expect(lost).toMatchObject({ summary: { regressed: 1, overRefusals: 1 } });
});
