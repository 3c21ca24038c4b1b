import { ModelFailure } from "@understudy/rag/chat/model-failure";
import type { TwinIndex } from "@understudy/rag/index/twin-index";
import type { SearchDense } from "@understudy/rag/retrieve/retrieve-passages";
import type { Context } from "../kernel/context.ts";
import { holdVectors } from "./hold-vectors.ts";
import type { TwinVectors } from "./twin-vectors.ts";

/** What one twin's vectors may hold in memory: 43,000 passages of 1,536 dimensions. */
const LARGEST_BYTES = 256 * 1_048_576;

interface DenseRequest {
  query: string;
  index: TwinIndex;
  vectors: TwinVectors;
}

/** The dense arm for one query; undefined without a model that embeds, or while it fails: words alone decide then. */
export async function openDenseSearch(
  ctx: Context,
  { query, index, vectors }: DenseRequest,
): Promise<SearchDense | undefined> {
  const { embedder } = ctx.ports;
  if (!embedder || index.passageCount === 0) return undefined;
  try {
    const { signal, correlationId } = ctx;
    const [vector] = await embedder.embed([query], { signal, correlationId });
    if (!vector || !fits(ctx, index.passageCount * vector.byteLength)) return undefined;
    const held = { model: embedder.model, versionIds: index.segmentIds() };
    await holdVectors(ctx, vectors, held);
    return async (_query, limit) => vectors.search(vector, limit);
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    ctx.log.warn({ reason: error.reason, model: embedder.model }, "searching without vectors");
    return undefined;
  }
}

function fits(ctx: Context, bytes: number): boolean {
  if (bytes <= LARGEST_BYTES) return true;
  ctx.log.warn({ bytes, bound: LARGEST_BYTES }, "too many vectors to hold; searching without them");
  return false;
}
