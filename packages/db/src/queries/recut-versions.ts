import { and, eq, sql } from "drizzle-orm";
import { on, rowsOf } from "../engine/on.ts";
import { newId } from "../new-id.ts";
import type { TenantTx } from "../scope.ts";
import type { Chunking } from "../tables/index-generations.ts";
import { type Stage, sourceVersions } from "../tables/source-versions.ts";
import { sources } from "../tables/sources.ts";
import { one } from "./one.ts";

export interface Recut {
  /** The version whose text and blocks it takes. */
  fromId: string;
  chunking: Chunking | null;
  /** The index it is made for; null: it answers as soon as it can. */
  generationId: string | null;
}

/** The next version of its source, as far as its text is parsed: nothing is fetched or read anew. Gives its id. */
export async function insertRecut(
  tx: TenantTx,
  { fromId, chunking, generationId }: Recut,
): Promise<string> {
  const cut = chunking === null ? null : JSON.stringify(chunking);
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`
      insert into source_versions (id, twin_id, source_id, number, sha256, byte_size, media_type,
        file_name, blob_key, url, canonical_url, etag, last_modified, title, text, blocks,
        page_count, picture_pages, word_count, sketch, stage, chunking, derived_from_id, generation_id)
      select ${newId()}::uuid, twin_id, source_id, (
          select 1 + max(number) from source_versions as own where own.source_id = version.source_id
        ), sha256, byte_size, media_type, file_name, blob_key, url, canonical_url, etag,
        last_modified, title, text, blocks, page_count, picture_pages, word_count, sketch, 'parsed',
        ${cut}::text::jsonb, id, ${generationId}::uuid
      from source_versions as version where id = ${fromId}::uuid
      returning id`,
  );
  return one(rows).id;
}

export interface StagedVersion {
  id: string;
  stage: Stage;
}

/** What an index has of a source already, cut from the version that answers now. */
export async function findStaged(
  tx: TenantTx,
  { generationId, fromId }: { generationId: string; fromId: string },
): Promise<StagedVersion | undefined> {
  const [row] = await on(tx)
    .select({ id: sourceVersions.id, stage: sourceVersions.stage })
    .from(sourceVersions)
    .where(
      and(eq(sourceVersions.generationId, generationId), eq(sourceVersions.derivedFromId, fromId)),
    );
  return row;
}

/** Of a dropped index, whatever it was cut from. */
export function listStaged(
  tx: TenantTx,
  { generationId, limit }: { generationId: string; limit: number },
): Promise<{ id: string; twinId: string }[]> {
  return on(tx)
    .select({ id: sourceVersions.id, twinId: sourceVersions.twinId })
    .from(sourceVersions)
    .where(eq(sourceVersions.generationId, generationId))
    .limit(limit);
}

/** How a version's source is to be cut: by its own setting, its site's, or `fallback`; null: by the product's. */
export async function findWantedChunking(
  tx: TenantTx,
  { sourceId, fallback }: { sourceId: string; fallback: Chunking | null },
): Promise<Chunking | null> {
  const rows = await on(tx)
    .select({
      chunking: sql<Chunking | null>`coalesce(${sources.chunking}, (
        select site.chunking from sources as site where site.id = ${sources.parentId}
      ))`,
    })
    .from(sources)
    .where(eq(sources.id, sourceId));
  return one(rows).chunking ?? fallback;
}

export async function setSourceChunking(
  tx: TenantTx,
  { sourceId, chunking }: { sourceId: string; chunking: Chunking | null },
): Promise<void> {
  await on(tx).update(sources).set({ chunking }).where(eq(sources.id, sourceId));
}

/** Versions that were cut from one file share its bytes: whether any other than this one needs them. */
export async function isBlobShared(
  tx: TenantTx,
  { id, blobKey }: { id: string; blobKey: string },
): Promise<boolean> {
  const others = await on(tx)
    .select({ id: sourceVersions.id })
    .from(sourceVersions)
    .where(
      and(
        eq(sourceVersions.blobKey, blobKey),
        sql`${sourceVersions.id} <> ${id}::uuid`,
        sql`${sourceVersions.reclaimedAt} is null`,
      ),
    )
    .limit(1);
  return others.length > 0;
}
