import { and, asc, eq, gt } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { chunks } from "../tables/chunks.ts";
import type { Locator } from "../tables/document.ts";

export interface ChunkRow {
  id: string;
  ordinal: number;
  text: string;
  locator: Locator;
}

export interface NewChunk {
  ordinal: number;
  text: string;
  locator: Locator;
  /** SHA-256 of the text: equal texts share their embedding. */
  contentHash: Uint8Array;
}

/** Chunks that are there already are left as they are. */
export async function insertChunks(
  tx: TenantTx,
  { version, rows }: { version: { id: string; twinId: string }; rows: readonly NewChunk[] },
): Promise<void> {
  if (rows.length === 0) return;
  const owner = { sourceVersionId: version.id, twinId: version.twinId };
  await on(tx)
    .insert(chunks)
    .values(rows.map((row) => ({ ...row, ...owner })))
    .onConflictDoNothing({ target: [chunks.sourceVersionId, chunks.ordinal] });
}

export function listChunks(
  tx: TenantTx,
  page: { sourceVersionId: string; afterOrdinal: number; limit: number },
): Promise<ChunkRow[]> {
  return on(tx)
    .select({
      id: chunks.id,
      ordinal: chunks.ordinal,
      text: chunks.text,
      locator: chunks.locator,
    })
    .from(chunks)
    .where(
      and(eq(chunks.sourceVersionId, page.sourceVersionId), gt(chunks.ordinal, page.afterOrdinal)),
    )
    .orderBy(asc(chunks.ordinal))
    .limit(page.limit);
}

/** All of a version, in order, for building what is searched. */
export function listChunkTexts(
  tx: TenantTx,
  sourceVersionId: string,
): Promise<{ text: string; locator: Locator }[]> {
  return on(tx)
    .select({ text: chunks.text, locator: chunks.locator })
    .from(chunks)
    .where(eq(chunks.sourceVersionId, sourceVersionId))
    .orderBy(asc(chunks.ordinal));
}
