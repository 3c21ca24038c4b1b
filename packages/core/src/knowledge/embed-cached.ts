import { createHash } from "node:crypto";
import { insertCachedVectors } from "@understudy/db/queries/cached-vectors";
import { findCachedVectors } from "@understudy/db/queries/embeddings";
import type { Embedder } from "@understudy/rag/embed/embedder";
import { meterEmbedder } from "../budget/meter-embedder.ts";
import type { Context } from "../kernel/context.ts";
import { hex } from "../kernel/hex.ts";

const HASHES_PER_READ = 200;

export type VectorOf = (text: string) => Float32Array | null;

interface Embedding {
  twinId: string;
  embedder: Embedder;
  /** Of those that are missing, so many are made. */
  atMost?: number;
  /** Makes the vectors of a batch; null ends it with what there is. */
  embed?: (texts: readonly string[]) => Promise<Float32Array[] | null>;
}

/** Vectors of short texts, kept in the database by text and model; what is missing is made and paid for, once. */
export async function embedCached(
  ctx: Context,
  texts: readonly string[],
  { twinId, embedder, atMost = texts.length, embed = embedPaid(ctx, twinId, embedder) }: Embedding,
): Promise<VectorOf> {
  const hashes = new Map(texts.map((text) => [text, hashOf(text)]));
  const known = await readKnown(ctx, embedder, [...hashes.values()]);
  const vectorOf: VectorOf = (text) => known.get(hex(hashes.get(text) ?? hashOf(text))) ?? null;
  const missing = [...hashes.keys()].filter((text) => vectorOf(text) === null).slice(0, atMost);
  for (let first = 0; first < missing.length; first += embedder.maxBatchSize) {
    const batch = missing.slice(first, first + embedder.maxBatchSize);
    const vectors = await embed(batch);
    if (!vectors) break;
    const rows = vectors.map((vector, i) => ({ contentHash: hashes.get(batch[i]!)!, vector }));
    await ctx.transaction((tx) => insertCachedVectors(tx, { model: embedder.model, rows }));
    for (const { contentHash, vector } of rows) known.set(hex(contentHash), vector);
  }
  return vectorOf;
}

function embedPaid(ctx: Context, twinId: string, embedder: Embedder) {
  const { signal, correlationId } = ctx;
  const metered = meterEmbedder(ctx, twinId, embedder);
  return (texts: readonly string[]) => metered.embed(texts, { signal, correlationId });
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

function hashOf(text: string): Uint8Array {
  return createHash("sha256").update(text).digest();
}
