import { ModelFailure } from "@understudy/rag/chat/model-failure";
import type { Embedder } from "@understudy/rag/embed/embedder";
import { meterEmbedder } from "../budget/meter-embedder.ts";
import type { Context } from "../kernel/context.ts";
import { embedCached, type VectorOf } from "../knowledge/embed-cached.ts";

/** What the phrasings of one twin may hold: 10,000 of 1,536 dimensions. */
const LARGEST_BYTES = 64 * 1_048_576;

const none: VectorOf = () => null;

/**
 * Vectors of ways to ask, kept in the database by text and model; so many that are missing are made.
 * None where no model could make use of what they propose, while the provider fails, or where they
 * are too many to hold.
 */
export async function embedPhrasings(
  ctx: Context,
  texts: readonly string[],
  { twinId, atMost }: { twinId: string; atMost: number },
): Promise<VectorOf> {
  const { embedder, chat } = ctx.ports;
  if (!embedder || !chat || texts.length === 0) return none;
  const embed = (batch: readonly string[]) => embedInTime(ctx, { twinId, embedder }, batch);
  const vectorOf = await embedCached(ctx, texts, { twinId, embedder, atMost, embed });
  const ways = new Set(texts);
  const vector = [...ways].map(vectorOf).find((each) => each !== null);
  return vector && vector.byteLength * ways.size <= LARGEST_BYTES ? vectorOf : none;
}

const TIMEOUT_MS = 4_000;

/** Null where the provider fails or dawdles: words alone propose then. */
export async function embedInTime(
  ctx: Context,
  { twinId, embedder }: { twinId: string; embedder: Embedder },
  texts: readonly string[],
): Promise<Float32Array[] | null> {
  const { signal, correlationId, log } = ctx;
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  try {
    const metered = meterEmbedder(ctx, twinId, embedder);
    return await metered.embed(texts, { signal: inTime, correlationId });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof ModelFailure) && !inTime.aborted) throw error;
    log.warn({ model: embedder.model }, "matching verified answers by their words alone");
    return null;
  }
}
