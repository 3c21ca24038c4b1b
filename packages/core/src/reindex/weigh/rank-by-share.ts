import type { Embedder } from "@understudy/rag/embed/embedder";
import { orderByShare } from "@understudy/rag/rerank/dense-share";
import type { JobContext } from "../../kernel/job.ts";
import { embedCached } from "../../knowledge/embed-cached.ts";
import { findWithin, type LivePassage, type Searched } from "../../knowledge/find-passages.ts";
import { rankOfRight } from "../compare/judge-places.ts";
import type { SampledQuestion } from "../compare/sample-questions.ts";
import { givingWay } from "../giving-way.ts";

/** At which rank, from 1, a right passage of one question came under each of `DENSE_SHARES`; null: at none. */
export type RanksByShare = readonly (number | null)[];

interface Ranking {
  twinId: string;
  /** Of the index's model. */
  embedder: Embedder;
  index: Searched;
  questions: readonly SampledQuestion[];
}

const DEPTH = 10;

/** nDCG@10 where one passage is relevant. */
export function gainOfRank(rank: number | null): number {
  return rank === null || rank > DEPTH ? 0 : 1 / Math.log2(rank + 1);
}

/**
 * Searches for each question once, by the one way in which answers find their passages, and looks how
 * each share would order what was found. Rejects with a ModelFailure while questions cannot be embedded.
 */
export async function rankByShare(
  ctx: JobContext,
  { twinId, embedder, index, questions }: Ranking,
  report: (fraction: number) => Promise<void>,
): Promise<RanksByShare[]> {
  const texts = questions.map(({ question }) => question);
  const vectorOf = await embedCached(ctx, texts, { twinId, embedder });
  const inTurn = givingWay(ctx.signal);
  const ranked: RanksByShare[] = [];
  for (const { question: query, right } of questions) {
    ctx.signal.throwIfAborted();
    let orders: LivePassage[][] = [];
    await inTurn(() =>
      findWithin(ctx, index, {
        twinId,
        query,
        vector: vectorOf(query)!,
        limit: DEPTH,
        reach: null,
        rerank: async (asked, candidates, context) => {
          orders = orderByShare(asked, candidates, context);
          return candidates.map(({ scores }) => scores.fused);
        },
      }),
    );
    ranked.push(orders.map((order) => rankOfRight(order.map(placeOf), right)));
    await report(ranked.length / questions.length);
  }
  return ranked;
}

function placeOf({ sourceId, locator: { start, end } }: LivePassage) {
  return { sourceId, start, end };
}
