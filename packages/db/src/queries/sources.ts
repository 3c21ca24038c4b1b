import { and, desc, eq, ilike, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { sourceVersions } from "../tables/source-versions.ts";
import { type CrawlBounds, sources } from "../tables/sources.ts";
import { behind, type Position } from "./after.ts";
import { settleCollection } from "./collections.ts";
import { one } from "./one.ts";
import { isSourceWithin, type Reach } from "./reach.ts";
import { type SourceRow, selectSources } from "./source-row.ts";
import { bumpContentRevision } from "./twins.ts";
import { bumpVerifiedRevision } from "./verified-answers.ts";

export type { SourceRow };

export interface NewSource {
  twinId: string;
  title: string;
  kind: SourceRow["kind"];
  url?: string | null;
  parentId?: string | null;
  archivePath?: string | null;
  crawlBounds?: CrawlBounds | null;
  addedByKeyId?: string | null;
}

/** Gives the source's id. */
export async function insertSource(tx: TenantTx, source: NewSource): Promise<string> {
  const { twinId, title, kind, url, parentId, archivePath, crawlBounds, addedByKeyId } = source;
  const values = { twinId, title, kind, url, parentId, archivePath, crawlBounds, addedByKeyId };
  return one(await on(tx).insert(sources).values(values).returning({ id: sources.id })).id;
}

/** Undefined for a source that is absent, removed, or not yours. */
export async function findSource(tx: TenantTx, sourceId: string): Promise<SourceRow | undefined> {
  const [row] = await selectSources(tx).where(
    and(eq(sources.id, sourceId), isNull(sources.deletedAt)),
  );
  return row;
}

export function listSources(
  tx: TenantTx,
  filter: {
    twinId: string;
    status?: SourceRow["status"];
    search?: string;
    /** The pages of one site; without it, what stands on its own, unless something is searched for. */
    parentId?: string;
    /** Those that someone may be answered from; null or absent: all. */
    reach?: Reach | null;
    after?: Position | null;
    limit: number;
  },
): Promise<SourceRow[]> {
  const { twinId, status, search, parentId, reach = null, after, limit } = filter;
  const top = search ? undefined : isNull(sources.parentId);
  return selectSources(tx)
    .where(
      and(
        eq(sources.twinId, twinId),
        isNull(sources.deletedAt),
        // Beliefs have a list of their own.
        ne(sources.kind, "belief"),
        parentId ? eq(sources.parentId, parentId) : top,
        status && eq(sources.status, status),
        search ? ilike(sources.title, `%${escapeLike(search)}%`) : undefined,
        isSourceWithin(reach),
        behind({ time: sources.createdAt, id: sources.id }, after),
      ),
    )
    .orderBy(desc(sources.createdAt), desc(sources.id))
    .limit(limit);
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

export async function renameSource(
  tx: TenantTx,
  { sourceId, title }: { sourceId: string; title: string },
): Promise<void> {
  await on(tx).update(sources).set({ title }).where(eq(sources.id, sourceId));
}

/** The title that a document gives itself, unless a person has given another one meanwhile. */
export async function adoptTitle(
  tx: TenantTx,
  { sourceId, title, replacing }: { sourceId: string; title: string; replacing: string[] },
): Promise<void> {
  await on(tx)
    .update(sources)
    .set({ title })
    .where(and(eq(sources.id, sourceId), inArray(sources.title, replacing)));
}

/** What answers is what there is: nothing newer was found. */
export async function markSourceUnchanged(tx: TenantTx, sourceId: string): Promise<void> {
  await on(tx)
    .update(sources)
    .set({ refreshing: false, failureReason: null, failureMessage: null })
    .where(eq(sources.id, sourceId));
}

/** Stops answering with this transaction. */
export async function markSourceRemoved(tx: TenantTx, sourceId: string): Promise<void> {
  const [row] = await on(tx)
    .update(sources)
    .set({ deletedAt: sql`now()` })
    .where(and(eq(sources.id, sourceId), isNull(sources.deletedAt)))
    .returning(changed);
  if (row) await noteVisibility(tx, row);
}

/** Answers again, when it was live; undefined when nothing was removed. */
export async function markSourceRestored(
  tx: TenantTx,
  sourceId: string,
): Promise<{ id: string; twinId: string } | undefined> {
  const [row] = await on(tx)
    .update(sources)
    .set({ deletedAt: null })
    .where(and(eq(sources.id, sourceId), isNotNull(sources.deletedAt)))
    .returning({ id: sources.id, ...changed });
  if (row) await noteVisibility(tx, row);
  return row;
}

/** The verified answers of an import come and go with it. */
async function noteVisibility(tx: TenantTx, source: ChangedSource): Promise<void> {
  await noteContentChange(tx, source);
  await bumpVerifiedRevision(tx, source.twinId);
}

interface ChangedSource {
  twinId: string;
  parentId: string | null;
}

const changed = { twinId: sources.twinId, parentId: sources.parentId };

/** Retrieval sees something else from now on, and so may the site that the source is a page of. */
async function noteContentChange(tx: TenantTx, { twinId, parentId }: ChangedSource): Promise<void> {
  await bumpContentRevision(tx, twinId);
  if (parentId) await settleCollection(tx, parentId);
}

/** A source that has never been live is processed again; a live one goes on answering meanwhile. */
export async function markSourceProcessing(tx: TenantTx, sourceId: string): Promise<void> {
  const [source] = await on(tx)
    .update(sources)
    .set({
      status: sql`case when ${sources.liveVersionId} is null then 'processing' else 'live' end`,
      refreshing: sql`${sources.liveVersionId} is not null`,
      failureReason: null,
      failureMessage: null,
    })
    .where(eq(sources.id, sourceId))
    .returning(changed);
  if (source?.parentId) await settleCollection(tx, source.parentId);
}

/**
 * Moves the pointer: the version's chunks answer from the next query on, and the old ones do not. A
 * version that is older than the one that answers by now stays behind.
 */
export async function switchLiveVersion(tx: TenantTx, sourceVersionId: string): Promise<void> {
  const sourceId = sourceOf(tx, sourceVersionId);
  const [source] = await on(tx)
    .update(sources)
    .set({
      status: "live",
      liveVersionId: sourceVersionId,
      refreshing: false,
      failureReason: null,
      failureMessage: null,
    })
    .where(and(eq(sources.id, sourceId), isNewestOf(tx, sourceVersionId)))
    .returning(changed);
  if (!source) return;
  await on(tx)
    .update(sourceVersions)
    .set({ stage: "live" })
    .where(eq(sourceVersions.id, sourceVersionId));
  await noteContentChange(tx, source);
}

/** Versions are numbered within their source, so the live one is compared by its number. */
function isNewestOf(tx: TenantTx, sourceVersionId: string) {
  const number = (versionId: string | typeof sources.liveVersionId) =>
    on(tx)
      .select({ number: sourceVersions.number })
      .from(sourceVersions)
      .where(eq(sourceVersions.id, versionId));
  return sql`coalesce((${number(sources.liveVersionId)}), 0) <= (${number(sourceVersionId)})`;
}

/** A source that answers goes on with what it had and says why it is not newer; any other has failed. */
export async function failSourceVersion(
  tx: TenantTx,
  {
    sourceVersionId,
    reason,
    message,
  }: { sourceVersionId: string; reason: string; message: string },
): Promise<void> {
  const [source] = await on(tx)
    .update(sources)
    .set({
      status: sql`case when ${sources.liveVersionId} is null then 'failed' else 'live' end`,
      refreshing: false,
      failureReason: reason,
      failureMessage: message,
    })
    .where(eq(sources.id, sourceOf(tx, sourceVersionId)))
    .returning(changed);
  if (source?.parentId) await settleCollection(tx, source.parentId);
}

function sourceOf(tx: TenantTx, sourceVersionId: string) {
  const owner = on(tx)
    .select({ sourceId: sourceVersions.sourceId })
    .from(sourceVersions)
    .where(eq(sourceVersions.id, sourceVersionId));
  return sql`(${owner})`;
}
