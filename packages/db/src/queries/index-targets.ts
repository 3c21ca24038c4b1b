import { sql } from "drizzle-orm";
import { on, rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import type { Chunking } from "../tables/index-generations.ts";

/** An index as far as its content is concerned; `standard` is what null stands for in a chunking. */
export interface Aim {
  id: string;
  twinId: string;
  model: string | null;
  chunking: Chunking | null;
  standard: Chunking;
}

const json = (chunking: Chunking | null) =>
  sql`${chunking === null ? null : JSON.stringify(chunking)}::text::jsonb`;

/** Of each source that answers: the version that an index finds it by, and how it is to be cut. */
const targets = ({ id, twinId, chunking, standard }: Aim) => sql`
  select source.id as source_id, live.id as live_id, live.number as live_number,
    coalesce(live.chunking, ${json(standard)}) as cut,
    coalesce(source.chunking, site.chunking, ${json(chunking)}, ${json(standard)}) as wanted,
    staged.id as staged_id,
    coalesce(staged.id, live.id) as version_id,
    coalesce(staged.chunk_count, live.chunk_count) as passages
  from sources as source
  join source_versions as live on live.id = source.live_version_id
  left join sources as site on site.id = source.parent_id
  left join source_versions as staged on staged.generation_id = ${id}::uuid
    and staged.derived_from_id = live.id and staged.stage = 'indexed'
  where source.twin_id = ${twinId}::uuid and source.deleted_at is null and live.chunk_count > 0`;

/** What is being brought up to date, or failed to be, is cut when that is done. */
const uncut = sql`staged_id is null and cut is distinct from wanted and not exists (
  select from source_versions as newer
  where newer.source_id = target.source_id and newer.number > target.live_number
    and newer.generation_id is null and newer.reclaimed_at is null
)`;

const vectors = (model: string | null) => sql`(
  select count(*) from chunks
  join chunk_embeddings on chunk_embeddings.chunk_id = chunks.id and chunk_embeddings.model = ${model}
  where chunks.source_version_id = target.version_id
)`;

export interface IndexCounts {
  sources: number;
  passages: number;
  /** Passages that have a vector of its model. */
  vectors: number;
  /** Sources that are cut otherwise than it wants them. */
  uncut: number;
}

export async function countIndex(tx: TenantTx, aim: Aim): Promise<IndexCounts> {
  const [row] = await rowsOf<Record<keyof IndexCounts, number | string>>(
    tx,
    sql`
      select count(*) as sources, coalesce(sum(passages), 0) as passages,
        coalesce(sum(${vectors(aim.model)}), 0) as vectors, count(*) filter (where ${uncut}) as uncut
      from (${targets(aim)}) as target`,
  );
  const { sources = 0, passages = 0, vectors: filled = 0, uncut: otherwise = 0 } = row ?? {};
  return {
    sources: Number(sources),
    passages: Number(passages),
    vectors: Number(filled),
    uncut: Number(otherwise),
  };
}

const corrected = sql`(
  exists (select from chunk_overlays where chunk_overlays.source_id = target.source_id)
  or exists (
    select from chunks where chunks.source_version_id = target.staged_id
      and (chunks.state is not null or chunks.is_pinned)
  )
)`;

/** What is made for an index from sources that have, or had, corrections. */
export function listCorrected(tx: TenantTx, aim: Aim): Promise<MovedSource[]> {
  return rowsOf(
    tx,
    sql`
      select source_id as "sourceId", staged_id as "versionId" from (${targets(aim)}) as target
      where staged_id is not null and ${corrected} order by source_id`,
  );
}

/** Something answers in the twin. */
export async function hasPassages(tx: TenantTx, twinId: string): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql`
      select from sources join source_versions as live on live.id = sources.live_version_id
      where sources.twin_id = ${twinId}::uuid and sources.deleted_at is null and live.chunk_count > 0
      limit 1`,
  );
  return rows.length > 0;
}

export interface Uncut {
  sourceId: string;
  liveId: string;
  wanted: Chunking;
}

/** The next sources that an index wants cut otherwise than they are. */
export function listUncut(
  tx: TenantTx,
  aim: Aim,
  { afterId, limit }: { afterId: string | null; limit: number },
): Promise<Uncut[]> {
  return rowsOf(
    tx,
    sql`
      select source_id as "sourceId", live_id as "liveId", wanted from (${targets(aim)}) as target
      where ${uncut} and (${afterId}::uuid is null or source_id > ${afterId}::uuid)
      order by source_id limit ${limit}`,
  );
}

/** The versions that an index consists of. */
export async function listIndexVersions(tx: TenantTx, aim: Aim): Promise<IndexVersion[]> {
  const rows = await rowsOf<IndexVersion & { vectors: number | string }>(
    tx,
    sql`
      select source_id as "sourceId", version_id as "versionId", passages,
        ${vectors(aim.model)} as vectors
      from (${targets(aim)}) as target order by source_id`,
  );
  return rows.map((row) => ({ ...row, vectors: Number(row.vectors) }));
}

export interface IndexVersion {
  sourceId: string;
  versionId: string;
  passages: number;
  vectors: number;
}

export interface MovedSource {
  sourceId: string;
  versionId: string;
}

/**
 * Every source of the twin answers by what the index has of it, in one statement each; those whose
 * text came meanwhile keep what they have. What answered before is history like after any other sync.
 */
export async function switchToStaged(tx: TenantTx, generationId: string): Promise<MovedSource[]> {
  const moved = await rowsOf<MovedSource>(
    tx,
    sql`
      update sources set live_version_id = staged.id
      from source_versions as staged
      where staged.generation_id = ${generationId}::uuid and staged.stage = 'indexed'
        and staged.derived_from_id = sources.live_version_id and sources.deleted_at is null
      returning sources.id as "sourceId", staged.id as "versionId"`,
  );
  await on(tx).execute(sql`
    update source_versions set stage = 'live', generation_id = null
    from sources
    where sources.live_version_id = source_versions.id
      and source_versions.generation_id = ${generationId}::uuid`);
  return moved;
}

/** Nobody else changes what these sources say until this transaction ends; see `lockSource`. */
export async function lockStagedSources(tx: TenantTx, generationId: string): Promise<void> {
  await on(tx).execute(sql`
    select pg_advisory_xact_lock(hashtextextended(source_id || ' source', 0)) from (
      select distinct source_id from source_versions
      where generation_id = ${generationId}::uuid order by source_id
    ) as staged`);
}
