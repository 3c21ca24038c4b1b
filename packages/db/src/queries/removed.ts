import { and, asc, eq, gt, inArray, isNotNull, or } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { conversations } from "../tables/conversations.ts";
import { sourceVersions } from "../tables/source-versions.ts";
import { sources } from "../tables/sources.ts";
import { twins } from "../tables/twins.ts";

const TABLES = { source: sources, twin: twins, conversation: conversations };

/** Something that people remove and may restore. */
export interface Removable {
  kind: keyof typeof TABLES;
  id: string;
}

/** False when it was restored meanwhile, or is gone already. */
export async function isRemoved(tx: TenantTx, { kind, id }: Removable): Promise<boolean> {
  const table = TABLES[kind];
  const rows = await on(tx)
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.id, id), isNotNull(table.deletedAt)));
  return rows.length > 0;
}

const BLOB_OWNERS: Record<Removable["kind"], PgColumn | null> = {
  source: sourceVersions.sourceId,
  twin: sourceVersions.twinId,
  conversation: null,
};

/** The blobs it holds, a page at a time, behind the last key seen. */
export async function listBlobKeys(
  tx: TenantTx,
  { kind, id }: Removable,
  { afterKey, limit }: { afterKey: string; limit: number },
): Promise<string[]> {
  const owner = BLOB_OWNERS[kind];
  if (!owner) return [];
  const rows = await on(tx)
    .select({ blobKey: sourceVersions.blobKey })
    .from(sourceVersions)
    .where(
      and(
        kind === "source" ? inArray(owner, withChildren(tx, id)) : eq(owner, id),
        gt(sourceVersions.blobKey, afterKey),
      ),
    )
    .orderBy(asc(sourceVersions.blobKey))
    .limit(limit);
  return rows.flatMap(({ blobKey }) => blobKey ?? []);
}

/** A site or an archive is purged with what came with it. */
function withChildren(tx: TenantTx, id: string) {
  return on(tx)
    .select({ id: sources.id })
    .from(sources)
    .where(or(eq(sources.id, id), eq(sources.parentId, id)));
}

/** With everything it owns, for good; nothing when it was restored meanwhile. */
export async function deleteRemoved(tx: TenantTx, { kind, id }: Removable): Promise<void> {
  const table = TABLES[kind];
  await on(tx)
    .delete(table)
    .where(and(eq(table.id, id), isNotNull(table.deletedAt)));
}

/** The versions that go with it, a page at a time, behind the last one seen. */
export async function listRemovedVersions(
  tx: TenantTx,
  { kind, id }: Removable,
  { afterId, limit }: { afterId: string | null; limit: number },
): Promise<{ id: string; twinId: string }[]> {
  if (kind !== "source") return [];
  return on(tx)
    .select({ id: sourceVersions.id, twinId: sourceVersions.twinId })
    .from(sourceVersions)
    .where(
      and(
        inArray(sourceVersions.sourceId, withChildren(tx, id)),
        afterId ? gt(sourceVersions.id, afterId) : undefined,
      ),
    )
    .orderBy(asc(sourceVersions.id))
    .limit(limit);
}
