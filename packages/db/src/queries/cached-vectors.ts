import { on } from "../engine/on.ts";
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
