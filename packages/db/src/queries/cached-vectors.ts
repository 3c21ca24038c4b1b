import { sql } from "drizzle-orm";
import { on, rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { embeddingCache } from "../tables/chunks.ts";
import { toVectorBytes } from "./vector-bytes.ts";

/** The tenant's vectors by the hash of their texts; what is there already is left as it is. */
export async function insertCachedVectors(
  tx: TenantTx,
  { model, rows }: { model: string; rows: readonly HashedVector[] },
): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(({ contentHash, vector }) => ({
    contentHash,
    model,
    vector: toVectorBytes(vector),
  }));
  await on(tx).insert(embeddingCache).values(values).onConflictDoNothing();
}

export interface HashedVector {
  contentHash: Uint8Array;
  vector: Float32Array;
}

/**
 * Deletes so many vectors that are older than the days given and that neither a passage nor a verified
 * or tested question is embedded by any more. Gives how many there were.
 */
export async function deleteUnusedVectors(
  tx: TenantTx,
  { olderThanDays, limit }: { olderThanDays: number; limit: number },
): Promise<number> {
  const gone = await rowsOf(
    tx,
    sql`
    with used as (
      select content_hash as hash from chunks
      union all
      select sha256(convert_to(shown_text, 'UTF8')) from chunks where shown_text is not null
      union all
      select sha256(convert_to(question, 'UTF8')) from verified_qna
      union all
      select sha256(convert_to(phrasing, 'UTF8'))
        from verified_qna, jsonb_array_elements_text(phrasings) as phrasing
      union all
      select sha256(convert_to(question, 'UTF8')) from quality_tests
    ), unused as (
      select cached.tenant_id, cached.model, cached.content_hash from embedding_cache as cached
      where cached.created_at < now() - make_interval(days => ${olderThanDays})
        and not exists (select from used where used.hash = cached.content_hash)
      limit ${limit}
    )
    delete from embedding_cache as cached using unused
    where cached.tenant_id = unused.tenant_id and cached.model = unused.model
      and cached.content_hash = unused.content_hash
    returning cached.model`,
  );
  return gone.length;
}
