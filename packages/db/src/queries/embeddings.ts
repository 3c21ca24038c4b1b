import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { chunkEmbeddings, chunks, embeddingCache } from "../tables/chunks.ts";
import { one } from "./one.ts";
import { shownText } from "./shown-passage.ts";
import { fromVectorBytes, toVectorBytes } from "./vector-bytes.ts";

export interface UnembeddedChunk {
  id: string;
  text: string;
  contentHash: Uint8Array;
}

const shownHash =
  sql<Uint8Array>`coalesce(sha256(convert_to(${chunks.shownText}, 'UTF8')), ${chunks.contentHash})`.mapWith(
    chunks.contentHash,
  );

/** The next chunks of a version that have no vector of the model. */
export function listUnembeddedChunks(
  tx: TenantTx,
  { sourceVersionId, model, limit }: { sourceVersionId: string; model: string; limit: number },
): Promise<UnembeddedChunk[]> {
  return on(tx)
    .select({ id: chunks.id, text: shownText, contentHash: shownHash })
    .from(chunks)
    .leftJoin(chunkEmbeddings, ofModel(model))
    .where(and(eq(chunks.sourceVersionId, sourceVersionId), isNull(chunkEmbeddings.chunkId)))
    .orderBy(asc(chunks.ordinal))
    .limit(limit);
}

/** The tenant's vectors of texts that were embedded before, by the hash of the text in hexadecimal. */
export async function findCachedVectors(
  tx: TenantTx,
  { model, contentHashes }: { model: string; contentHashes: readonly Uint8Array[] },
): Promise<Map<string, Float32Array>> {
  if (contentHashes.length === 0) return new Map();
  const rows = await on(tx)
    .select({ contentHash: embeddingCache.contentHash, vector: embeddingCache.vector })
    .from(embeddingCache)
    .where(
      and(eq(embeddingCache.model, model), inArray(embeddingCache.contentHash, [...contentHashes])),
    );
  return new Map(
    rows.map((row) => [Buffer.from(row.contentHash).toString("hex"), fromVectorBytes(row.vector)]),
  );
}

export interface NewEmbedding {
  chunkId: string;
  contentHash: Uint8Array;
  vector: Float32Array;
}

/** Chunks and cache together; what is there already is left as it is. */
export async function insertEmbeddings(
  tx: TenantTx,
  batch: { version: { twinId: string }; model: string; rows: readonly NewEmbedding[] },
): Promise<void> {
  const { version, model, rows } = batch;
  if (rows.length === 0) return;
  const values = rows.map(({ chunkId, contentHash, vector }) => ({
    chunkId,
    contentHash,
    model,
    twinId: version.twinId,
    dimensions: vector.length,
    vector: toVectorBytes(vector),
  }));
  await on(tx).insert(chunkEmbeddings).values(values).onConflictDoNothing();
  await on(tx).insert(embeddingCache).values(values).onConflictDoNothing();
}

export interface PlacedVector {
  ordinal: number;
  vector: Float32Array;
}

/** The vectors of a version's chunks by one model, a page at a time, behind the chunk last seen. */
export async function listVectors(
  tx: TenantTx,
  page: { sourceVersionId: string; model: string; afterOrdinal: number; limit: number },
): Promise<PlacedVector[]> {
  const { sourceVersionId, model, afterOrdinal, limit } = page;
  const rows = await on(tx)
    .select({ ordinal: chunks.ordinal, vector: chunkEmbeddings.vector })
    .from(chunks)
    .innerJoin(chunkEmbeddings, eq(chunkEmbeddings.chunkId, chunks.id))
    .where(
      and(
        eq(chunks.sourceVersionId, sourceVersionId),
        gt(chunks.ordinal, afterOrdinal),
        eq(chunkEmbeddings.model, model),
      ),
    )
    .orderBy(asc(chunks.ordinal))
    .limit(limit);
  return rows.map((row) => ({ ordinal: row.ordinal, vector: fromVectorBytes(row.vector) }));
}

/** Passages of a version without a vector of the model. */
export async function countMissingVectors(
  tx: TenantTx,
  { sourceVersionId, model }: { sourceVersionId: string; model: string },
): Promise<number> {
  const rows = await on(tx)
    .select({ missing: sql`count(*)`.mapWith(Number) })
    .from(chunks)
    .leftJoin(chunkEmbeddings, ofModel(model))
    .where(and(eq(chunks.sourceVersionId, sourceVersionId), isNull(chunkEmbeddings.chunkId)));
  return one(rows).missing;
}

function ofModel(model: string) {
  return and(eq(chunkEmbeddings.chunkId, chunks.id), eq(chunkEmbeddings.model, model));
}

/** Of a twin and a model, so many. Gives how many there were. */
export async function deleteSomeEmbeddings(
  tx: TenantTx,
  { twinId, model, limit }: { twinId: string; model: string; limit: number },
): Promise<number> {
  const own = and(eq(chunkEmbeddings.twinId, twinId), eq(chunkEmbeddings.model, model));
  const some = on(tx)
    .select({ id: chunkEmbeddings.chunkId })
    .from(chunkEmbeddings)
    .where(own)
    .limit(limit);
  const gone = await on(tx)
    .delete(chunkEmbeddings)
    .where(and(own, inArray(chunkEmbeddings.chunkId, some)))
    .returning({ id: chunkEmbeddings.chunkId });
  return gone.length;
}

/** The models that a version's vectors are by. */
export function listVersionModels(
  tx: TenantTx,
  sourceVersionId: string,
): Promise<{ model: string; dimensions: number }[]> {
  return on(tx)
    .selectDistinct({ model: chunkEmbeddings.model, dimensions: chunkEmbeddings.dimensions })
    .from(chunks)
    .innerJoin(chunkEmbeddings, eq(chunkEmbeddings.chunkId, chunks.id))
    .where(eq(chunks.sourceVersionId, sourceVersionId));
}

/** The models that there are vectors by in a twin. */
export function listTwinModels(
  tx: TenantTx,
  twinId: string,
): Promise<{ model: string; dimensions: number }[]> {
  return on(tx)
    .selectDistinct({ model: chunkEmbeddings.model, dimensions: chunkEmbeddings.dimensions })
    .from(chunkEmbeddings)
    .where(eq(chunkEmbeddings.twinId, twinId));
}
