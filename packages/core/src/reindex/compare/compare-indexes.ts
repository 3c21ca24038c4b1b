import {
  findGeneration,
  type GenerationRow,
  saveComparison,
} from "@understudy/db/queries/index-generations";
import type { JobContext } from "../../kernel/job.ts";
import { PASSAGES_READ } from "../../knowledge/contract.ts";
import { currentKnowledge } from "../../knowledge/current-knowledge.ts";
import { findWithin, type Searched } from "../../knowledge/find-passages.ts";
import { Comparison } from "../contract.ts";
import { openCandidate } from "./open-candidate.ts";
import { sampleQuestions } from "./sample-questions.ts";
import { type Searches, sumTrials, type Trial } from "./sum-trials.ts";

/** What came since a comparison this old hardly changes it. */
const FRESH_MS = 3_600_000;

/** The twin's own questions are asked of both indexes, by the one way in which answers find their passages. */
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
  const trials: Trial[] = [];
  for (const question of questions) {
    ctx.signal.throwIfAborted();
    const search = (index: Searched) => searchIn(ctx, index, { twinId, query: question.question });
    trials.push({ question, before: await search(live), after: await search(candidate) });
    await report(trials.length / questions.length);
  }
  const comparison = sumTrials(trials, new Date());
  await ctx.fenced((tx) => saveComparison(tx, { generationId, comparison }));
  const { before, after, judged } = comparison;
  const percent = (part: number) => `${Math.round(100 * part)} %`;
  await ctx.note(
    "info",
    `Of ${judged} questions it finds ${percent(after.found)}; what answers now finds ${percent(before.found)}.`,
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
  const { passages } = await findWithin(ctx, index, { twinId, query, limit: PASSAGES_READ });
  const ms = performance.now() - startedMs;
  const places = passages.map(({ sourceId, locator: { start, end } }) => ({
    sourceId,
    start,
    end,
  }));
  return { places, ms };
}
