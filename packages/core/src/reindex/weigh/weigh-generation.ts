import { createHash } from "node:crypto";
import { type GenerationRow, saveWeighing } from "@understudy/db/queries/index-generations";
import { bumpContentRevision } from "@understudy/db/queries/twins";
import { DENSE_SHARES, type DenseShare, USUAL_SHARE } from "@understudy/rag/rerank/dense-share";
import { fitShare, LEAST_QUESTIONS } from "@understudy/rag/rerank/fit-share";
import type { JobContext } from "../../kernel/job.ts";
import type { Searched } from "../../knowledge/find-passages.ts";
import { isDenied } from "../../source/ingest/embed-or-say.ts";
import type { SampledQuestion } from "../compare/sample-questions.ts";
import { listTestedQuestions } from "../compare/tested-questions.ts";
import { gainOfRank, type RanksByShare, rankByShare } from "./rank-by-share.ts";
import { readWeighing, type StoredWeighing } from "./read-weighing.ts";

/** Of the newest tests: each is embedded once and searched for once. */
const MOST_QUESTIONS = 200;

export interface Weighed {
  generation: GenerationRow;
  /** Its index, which for one that is being made takes long: asked for once there is something to weigh. */
  openIndex: () => Promise<Searched>;
}

/**
 * Picks what the vectors of an index may say, on the tests that name what is to be found: only those
 * say what is right whatever finds it. (What was cited was found as meaning counted then, and a heading
 * is in the words of its passage.) Too few: it counts as usual.
 */
export async function weighGeneration(
  ctx: JobContext,
  weighed: Weighed,
  report: (fraction: number) => Promise<void>,
): Promise<void> {
  const { twinId, model, weighing: kept } = weighed.generation;
  const embedder = model === null ? null : ctx.ports.embedders.open(model);
  if (!embedder) return ctx.note("info", "No provider makes its vectors: meaning is not weighed.");
  const questions = await ctx.transaction((tx) =>
    listTestedQuestions(tx, { twinId, limit: MOST_QUESTIONS }),
  );
  const missing = LEAST_QUESTIONS - questions.length;
  if (missing > 0) {
    if (kept) await save(ctx, weighed, null);
    return ctx.note(
      "info",
      `Meaning counts as usual: it takes ${missing} more quality tests that name a source to weigh it.`,
    );
  }
  const index = await weighed.openIndex();
  const over = fingerprint(questions, index);
  if (readWeighing(kept)?.over === over) {
    return ctx.note("info", "Tests and texts are those that meaning was weighed by already.");
  }
  try {
    const ranks = await rankByShare(ctx, { twinId, embedder, index, questions }, report);
    await save(ctx, weighed, { ...weigh(ranks), over });
  } catch (error) {
    if (!isDenied(error)) throw error;
    await ctx.note("warn", `Meaning counts as before: ${error.message}`);
  }
}

function weigh(questions: readonly RanksByShare[]): Omit<StoredWeighing, "over"> {
  const fitted = fitShare(questions.map((ranks) => ranks.map(gainOfRank)));
  const firstUnder = (share: DenseShare) => {
    const at = DENSE_SHARES.indexOf(share);
    return questions.filter((ranks) => ranks[at] === 1).length;
  };
  return {
    ...fitted,
    questions: questions.length,
    first: {
      words: firstUnder(0),
      vectors: firstUnder(1_000),
      usual: firstUnder(USUAL_SHARE),
      here: firstUnder(fitted.share),
    },
    weighedAt: new Date().toISOString(),
  };
}

/** Where another share decides now, every process and every test hears of it, as of a change of texts. */
async function save(
  ctx: JobContext,
  { generation: { id: generationId, twinId, status, weighing: kept } }: Weighed,
  weighing: StoredWeighing | null,
): Promise<void> {
  const share = weighing?.share ?? USUAL_SHARE;
  const isOther = share !== (readWeighing(kept)?.share ?? USUAL_SHARE);
  await ctx.fenced(async (tx) => {
    await saveWeighing(tx, { generationId, weighing });
    if (status === "live" && isOther) await bumpContentRevision(tx, twinId);
  });
  if (!weighing) return;
  const { questions, first, gain } = weighing;
  await ctx.conclude({ share, questions, gain });
  await ctx.note(
    "info",
    `Over ${questions} tests meaning counts ${share} times as usual: the right passage comes first for ${first.here}, as usual for ${first.usual}.`,
  );
}

function fingerprint(questions: readonly SampledQuestion[], { index }: Searched): string {
  const asked = questions.map(({ question, right }) => ({ question, right }));
  const over = JSON.stringify([asked, index.segmentIds().toSorted()]);
  return createHash("sha256").update(over).digest("hex");
}
