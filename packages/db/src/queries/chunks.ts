import { and, asc, eq, gt, gte } from "drizzle-orm";
import type { PassageState } from "../column-values.ts";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { chunks } from "../tables/chunks.ts";
import type { Locator } from "../tables/document.ts";
import { isShown, shownText } from "./shown-passage.ts";

export interface ChunkRow {
  id: string;
  ordinal: number;
  /** As it was read. */
  text: string;
  locator: Locator;
  state: PassageState | null;
  /** The words that answer instead, if any do. */
  shownText: string | null;
  isPinned: boolean;
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
      state: chunks.state,
      shownText: chunks.shownText,
      isPinned: chunks.isPinned,
    })
    .from(chunks)
    .where(
      and(eq(chunks.sourceVersionId, page.sourceVersionId), gt(chunks.ordinal, page.afterOrdinal)),
    )
    .orderBy(asc(chunks.ordinal))
    .limit(page.limit);
}

/** A version's next, in order, for building what is searched; hidden ones keep their places. */
export function listChunkTexts(
  tx: TenantTx,
  { sourceVersionId, from, limit }: { sourceVersionId: string; from: number; limit: number },
): Promise<{ text: string; locator: Locator; isShown: boolean }[]> {
  return on(tx)
    .select({ text: shownText, locator: chunks.locator, isShown: isShown.mapWith(Boolean) })
    .from(chunks)
    .where(and(eq(chunks.sourceVersionId, sourceVersionId), gte(chunks.ordinal, from)))
    .orderBy(asc(chunks.ordinal))
    .limit(limit);
}
