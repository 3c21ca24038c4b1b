import { listAllQualityTests } from "@understudy/db/queries/quality-tests";
import { findTwin } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import type { JobContext } from "../../kernel/job.ts";
import type { Searched } from "../../knowledge/find-passages.ts";
import { answerTest } from "../../quality/answer-test.ts";
import { eachOf } from "../../quality/each-of.ts";
import { readKnown } from "../../quality/read-known.ts";
import { settleVerdict } from "../../quality/settle-verdict.ts";
import { StoredTest } from "../../quality/stored-test.ts";
import { released } from "../../release/answering-twin.ts";
import { requireRelease } from "../../release/require-release.ts";
import type { TriedTest } from "./sum-tests.ts";

/** Each is answered twice, and a model may write both. */
const MOST_TESTS = 60;
const AT_ONCE = { model: 3, quotation: 1 };

interface Indexes {
  before: Searched;
  after: Searched;
}

/** The twin's own tests, answered from both indexes as it is configured for visitors, or in the draft while there are none. */
export async function tryTests(
  ctx: JobContext,
  twinId: string,
  indexes: Indexes,
  report: (fraction: number) => Promise<void>,
): Promise<TriedTest[]> {
  const plan = await ctx.transaction((tx) => planTrial(tx, twinId));
  if (!plan) return [];
  const { twin, tests, known } = plan;
  const tried = new Map<string, TriedTest>();
  const verdictOf = async (test: StoredTest, within: Searched) => {
    const { detail } = await answerTest(ctx, { twin, test, known, within });
    return settleVerdict(detail.judged, detail.answered).verdict;
  };
  await eachOf(tests, ctx.ports.chat ? AT_ONCE.model : AT_ONCE.quotation, async (test) => {
    ctx.signal.throwIfAborted();
    const before = await verdictOf(test, indexes.before);
    const after = await verdictOf(test, indexes.after);
    tried.set(test.id, { testId: test.id, question: test.question, before, after });
    await report(tried.size / tests.length);
  });
  return tests.flatMap(({ id }) => tried.get(id) ?? []);
}

async function planTrial(tx: TenantTx, twinId: string) {
  const twin = await findTwin(tx, twinId);
  if (!twin) return undefined;
  const rows = (await listAllQualityTests(tx, twinId)).slice(0, MOST_TESTS);
  const tests = rows.map((row) => StoredTest.parse(row));
  const { currentReleaseId } = twin;
  const release = currentReleaseId ? await requireRelease(tx, currentReleaseId) : null;
  return {
    twin: release ? released(twin, release.configuration).twin : twin,
    tests,
    known: await readKnown(tx, twinId, tests),
  };
}
