import { and, desc, eq, getTableColumns, isNotNull, isNull, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import type { StoredDocument } from "../tables/document.ts";
import type { Chunking } from "../tables/index-generations.ts";
import { type Stage, sourceVersions } from "../tables/source-versions.ts";
import { sources } from "../tables/sources.ts";
import { one } from "./one.ts";

const {
  tenantId: _tenantId,
  text: _text,
  blocks: _blocks,
  ...light
} = getTableColumns(sourceVersions);
export type SourceVersionRow = Omit<
  typeof sourceVersions.$inferSelect,
  "tenantId" | "text" | "blocks"
>;
/** With what its source is now. */
export type OwnedVersionRow = SourceVersionRow & {
  sourceTitle: string;
  sourceUrl: string | null;
  sourceKind: (typeof sources.$inferSelect)["kind"];
  sourceParentId: string | null;
};
const owned = {
  ...light,
  sourceTitle: sources.title,
  sourceUrl: sources.url,
  sourceKind: sources.kind,
  sourceParentId: sources.parentId,
};

export interface NewSourceVersion {
  twinId: string;
  sourceId: string;
  fileName?: string | null;
  /** Null: they are still to be fetched. */
  bytes: ReceivedBytes | null;
}

export interface ReceivedBytes {
  sha256: Uint8Array;
  byteSize: number;
  mediaType: string;
  blobKey: string;
}

/** The next version of its source. Gives the version's id. */
export async function insertSourceVersion(
  tx: TenantTx,
  { twinId, sourceId, fileName, bytes }: NewSourceVersion,
): Promise<string> {
  const stage: Stage = bytes ? "received" : "requested";
  const number = sql`1 + coalesce((
    select max(${sourceVersions.number}) from ${sourceVersions}
    where ${sourceVersions.sourceId} = ${sourceId}
  ), 0)`;
  const values = { twinId, sourceId, number, fileName, stage, ...bytes };
  const inserted = on(tx)
    .insert(sourceVersions)
    .values(values as never);
  return one(await inserted.returning({ id: sourceVersions.id })).id;
}

/** Undefined when its source was removed. */
export async function findSourceVersion(
  tx: TenantTx,
  sourceVersionId: string,
): Promise<OwnedVersionRow | undefined> {
  const [row] = await on(tx)
    .select(owned)
    .from(sourceVersions)
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .where(and(eq(sourceVersions.id, sourceVersionId), isNull(sources.deletedAt)));
  return row;
}

export async function getSourceVersion(
  tx: TenantTx,
  sourceVersionId: string,
): Promise<OwnedVersionRow> {
  return one(
    await on(tx)
      .select(owned)
      .from(sourceVersions)
      .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
      .where(eq(sourceVersions.id, sourceVersionId)),
  );
}

/** Of those that are to answer by themselves: what is made for another index does not count. */
export async function findNewestVersion(
  tx: TenantTx,
  sourceId: string,
): Promise<SourceVersionRow | undefined> {
  const [row] = await on(tx)
    .select(light)
    .from(sourceVersions)
    .where(and(eq(sourceVersions.sourceId, sourceId), isNull(sourceVersions.generationId)))
    .orderBy(desc(sourceVersions.number))
    .limit(1);
  return row;
}

/** The version that answers now, with what the next fetch compares against. */
export async function findLiveVersion(
  tx: TenantTx,
  sourceId: string,
): Promise<SourceVersionRow | undefined> {
  const [row] = await on(tx)
    .select(light)
    .from(sourceVersions)
    .innerJoin(sources, eq(sources.liveVersionId, sourceVersions.id))
    .where(eq(sources.id, sourceId));
  return row;
}

export async function findLiveVersionId(tx: TenantTx, sourceId: string): Promise<string | null> {
  const [row] = await on(tx)
    .select({ id: sources.liveVersionId })
    .from(sources)
    .where(eq(sources.id, sourceId));
  return row?.id ?? null;
}

/** Throws when the version has not been parsed. */
export async function getParsedVersion(
  tx: TenantTx,
  sourceVersionId: string,
): Promise<StoredDocument> {
  const { title, text, blocks, pageCount, picturePages } = one(
    await on(tx)
      .select({
        title: sourceVersions.title,
        text: sourceVersions.text,
        blocks: sourceVersions.blocks,
        pageCount: sourceVersions.pageCount,
        picturePages: sourceVersions.picturePages,
      })
      .from(sourceVersions)
      .where(and(eq(sourceVersions.id, sourceVersionId), isNotNull(sourceVersions.text))),
  );
  return {
    text: text ?? "",
    blocks: blocks ?? [],
    ...(title !== null && { title }),
    ...(pageCount !== null && { pageCount }),
    ...(picturePages !== null && { picturePages }),
  };
}

/** The password, if there was one, has done its work and is forgotten. */
export async function saveParsedVersion(
  tx: TenantTx,
  {
    sourceVersionId,
    document,
    canonicalUrl,
  }: { sourceVersionId: string; document: StoredDocument; canonicalUrl?: string },
): Promise<void> {
  const { title, text, blocks, pageCount, picturePages } = document;
  const wordCount = text.match(/\S+/g)?.length ?? 0;
  await on(tx)
    .update(sourceVersions)
    .set({
      title,
      text,
      blocks,
      pageCount,
      picturePages,
      wordCount,
      canonicalUrl,
      stage: "parsed",
      sealedPassword: null,
    })
    .where(eq(sourceVersions.id, sourceVersionId));
}

export async function markVersionStage(
  tx: TenantTx,
  {
    sourceVersionId,
    ...changes
  }: {
    sourceVersionId: string;
    stage: Stage;
    chunkCount?: number;
    chunking?: Chunking | null;
  },
): Promise<void> {
  await on(tx).update(sourceVersions).set(changes).where(eq(sourceVersions.id, sourceVersionId));
}

export async function sealVersionPassword(
  tx: TenantTx,
  { sourceVersionId, sealedPassword }: { sourceVersionId: string; sealedPassword: Uint8Array },
): Promise<void> {
  await on(tx)
    .update(sourceVersions)
    .set({ sealedPassword })
    .where(eq(sourceVersions.id, sourceVersionId));
}
