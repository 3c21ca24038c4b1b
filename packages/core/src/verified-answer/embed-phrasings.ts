import { createHash } from "node:crypto";
import { insertCachedVectors } from "@understudy/db/queries/cached-vectors";
import { findCachedVectors } from "@understudy/db/queries/embeddings";
import { ModelFailure } from "@understudy/rag/chat/model-failure";
import type { Embedder } from "@understudy/rag/embed/embedder";
import { meterEmbedder } from "../budget/meter-embedder.ts";
import type { Context } from "../kernel/context.ts";
import { hex } from "../kernel/hex.ts";

const HASHES_PER_READ = 200;
/** What the phrasings of one twin may hold: 10,000 of 1,536 dimensions. */
const LARGEST_BYTES = 64 * 1_048_576;

export type VectorOf = (text: string) => Float32Array | null;

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
  const hashes = new Map(texts.map((text) => [text, hashOf(text)]));
  const known = await readKnown(ctx, embedder, [...hashes.values()]);
  const vectorOf: VectorOf = (text) => known.get(hex(hashes.get(text) ?? hashOf(text))) ?? null;
  const missing = [...hashes.keys()].filter((text) => vectorOf(text) === null).slice(0, atMost);
  for (let first = 0; first < missing.length; first += embedder.maxBatchSize) {
    const batch = missing.slice(first, first + embedder.maxBatchSize);
    const vectors = await embedInTime(ctx, { twinId, embedder }, batch);
    if (!vectors) break;
    const rows = vectors.map((vector, i) => ({ contentHash: hashes.get(batch[i]!)!, vector }));
    await ctx.transaction((tx) => insertCachedVectors(tx, { model: embedder.model, rows }));
    for (const { contentHash, vector } of rows) known.set(hex(contentHash), vector);
  }
  const [vector] = known.values();
  return vector && vector.byteLength * hashes.size <= LARGEST_BYTES ? vectorOf : none;
}

async function readKnown(
  ctx: Context,
  { model }: Embedder,
  hashes: readonly Uint8Array[],
): Promise<Map<string, Float32Array>> {
  const known = new Map<string, Float32Array>();
  for (let first = 0; first < hashes.length; first += HASHES_PER_READ) {
    const contentHashes = hashes.slice(first, first + HASHES_PER_READ);
    const found = await ctx.transaction((tx) => findCachedVectors(tx, { model, contentHashes }));
    for (const [hash, vector] of found) known.set(hash, vector);
  }
  return known;
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

function hashOf(text: string): Uint8Array {
  return createHash("sha256").update(text).digest();
}
