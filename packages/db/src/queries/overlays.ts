import { and, asc, desc, eq, getTableColumns, inArray, isNull, sql } from "drizzle-orm";
import type { OverlayStatus } from "../column-values.ts";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { chunkOverlays } from "../tables/chunk-overlays.ts";
import { sources } from "../tables/sources.ts";
import { behind, type Position } from "./after.ts";
import { one } from "./one.ts";

const { tenantId: _tenantId, ...own } = getTableColumns(chunkOverlays);
export type OverlayRow = Omit<typeof chunkOverlays.$inferSelect, "tenantId"> & {
  sourceTitle: string;
};

/** What an overlay remembers of its passage, to find it again. */
export type OverlayAnchor = Pick<
  OverlayRow,
  "original" | "locator" | "ordinal" | "contentHash" | "beforeHash" | "afterHash"
>;

export type NewOverlay = OverlayAnchor &
  Pick<OverlayRow, "twinId" | "sourceId" | "kind" | "text" | "chunkId" | "actorKind" | "actorId">;

/** Gives its id. A second one of its kind on a passage breaks `chunk_overlays_passage_unique`. */
export async function insertOverlay(tx: TenantTx, overlay: NewOverlay): Promise<string> {
  const inserted = on(tx).insert(chunkOverlays).values(overlay);
  return one(await inserted.returning({ id: chunkOverlays.id })).id;
}

/** Undefined when its source was removed. */
export async function findOverlay(
  tx: TenantTx,
  overlayId: string,
): Promise<OverlayRow | undefined> {
  const [row] = await selectOverlays(tx).where(
    and(eq(chunkOverlays.id, overlayId), isNull(sources.deletedAt)),
  );
  return row;
}

export interface OverlayFilter {
  twinId: string;
  sourceId?: string;
  statuses?: readonly OverlayStatus[];
  after?: Position | null;
  limit: number;
}

/** Newest first. */
export function listOverlays(
  tx: TenantTx,
  { twinId, sourceId, statuses, after, limit }: OverlayFilter,
): Promise<OverlayRow[]> {
  return selectOverlays(tx)
    .where(
      and(
        eq(chunkOverlays.twinId, twinId),
        isNull(sources.deletedAt),
        sourceId ? eq(chunkOverlays.sourceId, sourceId) : undefined,
        statuses ? inArray(chunkOverlays.status, [...statuses]) : undefined,
        behind({ time: chunkOverlays.createdAt, id: chunkOverlays.id }, after),
      ),
    )
    .orderBy(desc(chunkOverlays.createdAt), desc(chunkOverlays.id))
    .limit(limit);
}

/** All of a source, oldest first. */
export function listSourceOverlays(tx: TenantTx, sourceId: string): Promise<OverlayRow[]> {
  return selectOverlays(tx)
    .where(eq(chunkOverlays.sourceId, sourceId))
    .orderBy(asc(chunkOverlays.createdAt), asc(chunkOverlays.id));
}

function selectOverlays(tx: TenantTx) {
  return on(tx)
    .select({ ...own, sourceTitle: sources.title })
    .from(chunkOverlays)
    .innerJoin(sources, eq(sources.id, chunkOverlays.sourceId));
}

/** As its next revision; false when it is gone, or is not at the revision that was seen. */
export async function updateOverlay(
  tx: TenantTx,
  { overlayId, revision, changes }: OverlayChange,
): Promise<boolean> {
  const rows = await on(tx)
    .update(chunkOverlays)
    .set({ ...changes, revision: sql`${chunkOverlays.revision} + 1` })
    .where(and(eq(chunkOverlays.id, overlayId), eq(chunkOverlays.revision, revision)))
    .returning({ id: chunkOverlays.id });
  return rows.length > 0;
}

export interface OverlayChange {
  overlayId: string;
  /** The one that the change was made to. */
  revision: number;
  changes: Partial<OverlayAnchor> &
    Partial<Pick<OverlayRow, "text" | "chunkId" | "status" | "actorKind" | "actorId">>;
}

/** Where it stands in what is live now; null: nowhere, and what it remembers stays. */
export async function placeOverlay(
  tx: TenantTx,
  overlayId: string,
  place: (OverlayAnchor & { chunkId: string; status: OverlayStatus }) | null,
): Promise<void> {
  await on(tx)
    .update(chunkOverlays)
    .set(place ?? { chunkId: null, status: "unmatched" })
    .where(eq(chunkOverlays.id, overlayId));
}

/** Before they are placed anew: two of them may change places. */
export async function liftOverlays(tx: TenantTx, overlayIds: readonly string[]): Promise<void> {
  if (overlayIds.length === 0) return;
  await on(tx)
    .update(chunkOverlays)
    .set({ chunkId: null })
    .where(inArray(chunkOverlays.id, [...overlayIds]));
}

/** False when it is gone, or is not at the revision that was seen. */
export async function deleteOverlay(
  tx: TenantTx,
  { overlayId, revision }: { overlayId: string; revision: number },
): Promise<boolean> {
  const rows = await on(tx)
    .delete(chunkOverlays)
    .where(and(eq(chunkOverlays.id, overlayId), eq(chunkOverlays.revision, revision)))
    .returning({ id: chunkOverlays.id });
  return rows.length > 0;
}
