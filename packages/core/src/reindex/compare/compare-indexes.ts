import {
  findGeneration,
  type GenerationRow,
  saveComparison,
} from "@understudy/db/queries/index-generations";
import type { JobContext } from "../../kernel/job.ts";
import { currentKnowledge } from "../../knowledge/current-knowledge.ts";
import { findWithin, type Searched } from "../../knowledge/find-passages.ts";
import { Comparison } from "../contract.ts";
import { givingWay } from "../giving-way.ts";
import { openCandidate } from "./open-candidate.ts";
import { sampleQuestions } from "./sample-questions.ts";
import { sumTests } from "./sum-tests.ts";
import { type Searches, sumTrials, type Trial } from "./sum-trials.ts";
import { tryTests } from "./try-tests.ts";

/** What came since a comparison this old hardly changes it. */
const FRESH_MS = 3_600_000;
/** Of the work, as far as anyone can tell beforehand: answering the tests is the rest. */
const SEARCHING = 0.3;

/** The twin's own questions are asked of both indexes, by the one way in which answers find their passages, and its tests are answered from both. */
export async function compareIndexes(
  ctx: JobContext,
  generation: GenerationRow,
  report: (fraction: number) => Promise<void>,
): Promise<void> {
  const { id: generationId, twinId } = generation;
  const current = await ctx.transaction((tx) => findGeneration(tx, generationId));
  if (!current || isFresh(current)) return;
  const questions = await sampleQuestions(ctx, twinId);
  const live: Searched = { ...(await currentKnowledge(ctx, { twinId })), pinned: [] };
  const candidate = await openCandidate(ctx, current);
  const inTurn = givingWay(ctx.signal);
  const trials: Trial[] = [];
  for (const question of questions) {
    ctx.signal.throwIfAborted();
    const search = (index: Searched) =>
      inTurn(() => searchIn(ctx, index, { twinId, query: question.question }));
    trials.push({ question, before: await search(live), after: await search(candidate) });
    await report((SEARCHING * trials.length) / questions.length);
  }
  const tried = await tryTests(ctx, twinId, { before: live, after: candidate }, (fraction) =>
    report(SEARCHING + (1 - SEARCHING) * fraction),
  );
  const comparison = { ...sumTrials(trials, new Date()), tests: sumTests(tried) };
  await ctx.fenced((tx) => saveComparison(tx, { generationId, comparison }));
  const { before, after, judged } = comparison;
  const percent = (part: number) => `${Math.round(100 * part)} %`;
  await ctx.note(
    "info",
    `Of ${judged} questions it finds ${percent(after.found)}; what answers now finds ${percent(before.found)}.`,
  );
  const { tests } = comparison;
  if (!tests) return;
  const { total } = tests;
  await ctx.note(
    "info",
    `It passes ${tests.after} of ${total} tests, what answers now ${tests.before}.`,
  );
}

function isFresh({ comparison }: GenerationRow): boolean {
  const { data } = Comparison.safeParse(comparison);
  return data !== undefined && Date.now() - Date.parse(data.comparedAt) < FRESH_MS;
}

async function searchIn(
  ctx: JobContext,
  index: Searched,
  { twinId, query }: { twinId: string; query: string },
): Promise<Searches> {
  const startedMs = performance.now();
  const { passages } = await findWithin(ctx, index, {
    twinId,
    query,
    limit: ctx.ports.passagesRead,
    reach: null,
  });
  const ms = performance.now() - startedMs;
  const places = passages.map(({ sourceId, locator: { start, end } }) => ({
    sourceId,
    start,
    end,
  }));
  return { places, ms };
}
