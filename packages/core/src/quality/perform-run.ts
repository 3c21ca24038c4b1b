import {
  insertQualityResult,
  listQualityResults,
  type NewQualityResult,
} from "@understudy/db/queries/quality-results";
import { addTokensSpent, endQualityRun } from "@understudy/db/queries/quality-runs";
import { type JobContext, TurnOver } from "../kernel/job.ts";
import { announce } from "../webhook/announce.ts";
import { type AnsweredTest, answerTest, skipAll } from "./answer-test.ts";
import { summarizeRun } from "./compare-outcomes.ts";
import { eachOf } from "./each-of.ts";
import { type Asking, planRun, type RunPlan } from "./plan-run.ts";
import { settleVerdict } from "./settle-verdict.ts";

/** Questions in flight: a model is waited for, quoting takes the processor. */
const AT_ONCE = { model: 4, quotation: 1 };
const TURN_MS = 240_000;
/** Of one run; the tests behind it are skipped. */
const MAX_TOKENS = 2_000_000;

/** Asks what is still to be asked, each result kept as it comes, and says what came of it all. */
export async function performRun(ctx: JobContext, runId: string): Promise<void> {
  const plan = await ctx.fenced((tx) => planRun(tx, runId));
  if (!plan) return ctx.note("info", "The run has ended already.");
  await ctx.stage("questions", [0, 0.99], (report) => askAll(ctx, plan, report));
  const summary = await ctx.fenced(async (tx) => {
    const summary = summarizeRun(await listQualityResults(tx, runId));
    await endQualityRun(tx, { runId, status: "succeeded", summary });
    const { twinId } = plan.run;
    const { regressed } = summary;
    if (regressed > 0) {
      await announce(tx, { type: "quality.regressed", twinId, data: { runId, regressed } });
    }
    return summary;
  });
  await ctx.conclude({ ...summary });
}

async function askAll(
  ctx: JobContext,
  plan: RunPlan,
  report: (fraction: number) => Promise<void>,
): Promise<void> {
  const { pending } = plan;
  const turnOverAtMs = performance.now() + TURN_MS;
  const total = plan.done + pending.length;
  let { done } = plan;
  let { tokensSpent } = plan.run;
  await eachOf(pending, ctx.ports.chat ? AT_ONCE.model : AT_ONCE.quotation, async (asking) => {
    if (performance.now() > turnOverAtMs) throw new TurnOver("a run gives its place to others");
    ctx.signal.throwIfAborted();
    const answered = tokensSpent < MAX_TOKENS ? await ask(ctx, plan, asking) : unasked(asking);
    tokensSpent += answered.tokens;
    await keep(ctx, plan, asking, answered);
    done += 1;
    await report(done / total);
  });
}

/** A fault of one question is that question's: the others are asked all the same. */
async function ask(ctx: JobContext, { known }: RunPlan, asking: Asking): Promise<AnsweredTest> {
  try {
    return await answerTest(ctx, { ...asking, known });
  } catch (error) {
    ctx.signal.throwIfAborted();
    ctx.log.error({ err: error, testId: asking.test.id }, "a test could not be asked");
    return unasked(asking, "answer_failed");
  }
}

function unasked({ test }: Asking, because = "budget_spent"): AnsweredTest {
  const { judged, tokens } = skipAll(test.expectations, because);
  const answer = { text: "", citations: [], answered: false, isVerified: false };
  const writing = { writer: null, model: null, supportedShare: null, durationMs: 0 };
  return { detail: { ...answer, ...writing, judged }, tokens };
}

async function keep(
  ctx: JobContext,
  { run }: RunPlan,
  { test, side, configurationHash, countsTwice }: Asking,
  { detail, tokens }: AnsweredTest,
): Promise<void> {
  const { answered, judged } = detail;
  const result: NewQualityResult = {
    twinId: run.twinId,
    runId: run.id,
    testId: test.id,
    testRevision: test.revision,
    side,
    configurationHash,
    answered,
    ...settleVerdict(judged, answered),
    detail,
  };
  await ctx.fenced(async (tx) => {
    await insertQualityResult(tx, result);
    if (countsTwice) await insertQualityResult(tx, { ...result, side: "compared" });
    await addTokensSpent(tx, { runId: run.id, tokens });
  });
}
