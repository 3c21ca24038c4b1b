import { ModelFailure } from "@understudy/rag/chat/model-failure";
import type { TwinIndex } from "@understudy/rag/index/twin-index";
import type { DenseHit } from "@understudy/rag/retrieve/candidate";
import type { SearchDense } from "@understudy/rag/retrieve/retrieve-passages";
import { meterEmbedder } from "../budget/meter-embedder.ts";
import type { Context } from "../kernel/context.ts";
import { findVectorStore } from "./find-vector-store.ts";
import { holdVectors } from "./hold-vectors.ts";
import type { Embedding } from "./twin-indexes.ts";
import { searchExact, type TwinVectors } from "./twin-vectors.ts";
import type { VectorStore } from "./vector-store.ts";

/** What one twin's vectors may hold in memory: 43,000 passages of 1,536 dimensions. */
const LARGEST_BYTES = 256 * 1_048_576;
/** A store may still hold what is no longer live. */
const STORE_HITS_PER_CANDIDATE = 2;
const MORE_WHERE_HIDDEN = 10;
const MOST_HITS = 1_000;

interface DenseRequest {
  twinId: string;
  query: string;
  /** Of the query, where it is at hand. */
  vector: Float32Array | undefined;
  /** Candidates to be found. */
  poolSize: number;
  index: TwinIndex;
  vectors: TwinVectors;
  /** What the twin's vectors are by; a question is embedded by nothing else. */
  embedding: Embedding | null;
  /** The segments that may be found; undefined: all. */
  allowed: ReadonlySet<string> | undefined;
}

/** The dense arm for one query; undefined without a model that embeds, or while it fails: words alone decide then. */
export async function openDenseSearch(
  ctx: Context,
  { query, vector: known, embedding, ...twin }: DenseRequest,
): Promise<SearchDense | undefined> {
  const { embedders } = ctx.ports;
  const provider = embedding && embedders.open(embedding.model);
  if (!provider || twin.index.passageCount === 0) return undefined;
  const embedder = meterEmbedder(ctx, twin.twinId, provider);
  const { model } = embedder;
  try {
    const { signal, correlationId } = ctx;
    const [vector] = known ? [known] : await embedder.embed([query], { signal, correlationId });
    if (!vector || !isAsWide(ctx, vector, embedding)) return undefined;
    const vectorStore = await findVectorStore(ctx, twin.twinId);
    if (vectorStore) {
      const hits = await searchStore(ctx, vectorStore, { ...twin, model, vector });
      return async () => hits;
    }
    return await searchMemory(ctx, { ...twin, model, vector });
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    ctx.log.warn({ reason: error.reason, model }, "searching without vectors");
    return undefined;
  }
}

/** A server may have put another model under the name. */
function isAsWide(ctx: Context, vector: Float32Array, { model, dimensions }: Embedding): boolean {
  if (dimensions === null || vector.length === dimensions) return true;
  ctx.log.warn(
    { model, dimensions, got: vector.length },
    "vectors of another size; searching without",
  );
  return false;
}

interface Embedded extends Omit<DenseRequest, "query" | "vector" | "embedding"> {
  model: string;
  vector: Float32Array;
}

async function searchStore(
  { transaction, signal, correlationId }: Context,
  store: VectorStore,
  { twinId, model, vector, poolSize, index: { passageCount }, allowed }: Embedded,
): Promise<DenseHit[]> {
  const index = await store.open({ transaction }, { model, dimensions: vector.length });
  const wanted = STORE_HITS_PER_CANDIDATE * poolSize;
  // A store knows nothing of who may see what: where much is hidden, more is asked for.
  const limit = allowed ? Math.min(passageCount, MOST_HITS, MORE_WHERE_HIDDEN * wanted) : wanted;
  const hits = await index.search(twinId, { vector, limit }, { signal, correlationId });
  return (allowed ? hits.filter(({ segmentId }) => allowed.has(segmentId)) : hits).slice(0, wanted);
}

async function searchMemory(
  ctx: Context,
  { index, vectors, model, vector, allowed }: Embedded,
): Promise<SearchDense | undefined> {
  if (!fits(ctx, index.passageCount * vector.byteLength)) return undefined;
  const held = await holdVectors(ctx, vectors, { model, versionIds: index.segmentIds() });
  const seen = allowed ? new Map([...held].filter(([id]) => allowed.has(id))) : held;
  return async (_query, limit) => searchExact(seen, vector, limit);
}

function fits(ctx: Context, bytes: number): boolean {
  if (bytes <= LARGEST_BYTES) return true;
  ctx.log.warn({ bytes, bound: LARGEST_BYTES }, "too many vectors to hold; searching without them");
  return false;
}
