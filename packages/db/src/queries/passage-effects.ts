import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { PassageState } from "../column-values.ts";
import { on, rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { chunkEmbeddings, chunks } from "../tables/chunks.ts";
import type { Locator } from "../tables/document.ts";
import { sourceVersions } from "../tables/source-versions.ts";
import { sources } from "../tables/sources.ts";
import { one } from "./one.ts";
import { shownText } from "./shown-passage.ts";

/** What corrections made of a passage. */
export interface PassageEffect {
  state: PassageState | null;
  shownText: string | null;
  shownLocator: Locator | null;
  isPinned: boolean;
}

export interface VersionPassage extends PassageEffect {
  id: string;
  ordinal: number;
  text: string;
  locator: Locator;
  contentHash: Uint8Array;
}

const shown = {
  id: chunks.id,
  ordinal: chunks.ordinal,
  text: chunks.text,
  locator: chunks.locator,
  contentHash: chunks.contentHash,
  state: chunks.state,
  shownText: chunks.shownText,
  shownLocator: chunks.shownLocator,
  isPinned: chunks.isPinned,
};

/** All of a version, in order, as it was read and as it answers. */
export function listVersionPassages(
  tx: TenantTx,
  sourceVersionId: string,
): Promise<VersionPassage[]> {
  return on(tx)
    .select(shown)
    .from(chunks)
    .where(eq(chunks.sourceVersionId, sourceVersionId))
    .orderBy(asc(chunks.ordinal));
}

export interface PassageOwner {
  id: string;
  twinId: string;
  sourceId: string;
  sourceVersionId: string;
  contentHash: Uint8Array;
  liveVersionId: string | null;
}

/** Whose passage this is; undefined when its source was removed. */
export async function findPassageOwner(
  tx: TenantTx,
  chunkId: string,
): Promise<PassageOwner | undefined> {
  const [row] = await on(tx)
    .select({
      id: chunks.id,
      twinId: chunks.twinId,
      sourceId: sources.id,
      sourceVersionId: chunks.sourceVersionId,
      contentHash: chunks.contentHash,
      liveVersionId: sources.liveVersionId,
    })
    .from(chunks)
    .innerJoin(sourceVersions, eq(sourceVersions.id, chunks.sourceVersionId))
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .where(and(eq(chunks.id, chunkId), isNull(sources.deletedAt)));
  return row;
}

/** As it answers. */
export async function findPassageText(tx: TenantTx, chunkId: string): Promise<string> {
  const rows = on(tx).select({ text: shownText }).from(chunks).where(eq(chunks.id, chunkId));
  return one(await rows).text;
}

export async function savePassageEffect(
  tx: TenantTx,
  chunkId: string,
  { state, shownText, shownLocator, isPinned }: PassageEffect,
): Promise<void> {
  await on(tx)
    .update(chunks)
    .set({ state, shownText, shownLocator, isPinned })
    .where(eq(chunks.id, chunkId));
}

/** Their words have changed: they are to be embedded anew. */
export async function forgetEmbeddings(tx: TenantTx, chunkIds: readonly string[]): Promise<void> {
  if (chunkIds.length === 0) return;
  await on(tx)
    .delete(chunkEmbeddings)
    .where(inArray(chunkEmbeddings.chunkId, [...chunkIds]));
}

/** The passages of a twin that come first. */
export function listPinnedPlaces(
  tx: TenantTx,
  twinId: string,
): Promise<{ sourceVersionId: string; ordinal: number }[]> {
  return on(tx)
    .select({ sourceVersionId: chunks.sourceVersionId, ordinal: chunks.ordinal })
    .from(chunks)
    .innerJoin(sources, eq(sources.liveVersionId, chunks.sourceVersionId))
    .where(and(eq(chunks.twinId, twinId), chunks.isPinned, isNull(sources.deletedAt)))
    .orderBy(asc(chunks.id));
}

/** Answers of the last days that cite a passage, also under the ids that its text had before. */
export async function countAnswersCiting(
  tx: TenantTx,
  { sourceId, contentHash }: Pick<PassageOwner, "sourceId" | "contentHash">,
  { days }: { days: number },
): Promise<number> {
  const rows = await rowsOf<{ answers: number | string }>(
    tx,
    sql`
      select count(distinct messages.id) as answers
      from source_versions
      join chunks on chunks.source_version_id = source_versions.id
        and chunks.content_hash = ${contentHash}
      join citations on citations.chunk_id = chunks.id
      join messages on messages.id = citations.message_id
      where source_versions.source_id = ${sourceId}::uuid
        and messages.created_at > now() - make_interval(days => ${days}::int)`,
  );
  return Number(one(rows).answers);
}
