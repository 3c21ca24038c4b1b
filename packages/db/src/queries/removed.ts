import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { sourceVersions } from "../tables/source-versions.ts";
import { sources } from "../tables/sources.ts";
import { twins } from "../tables/twins.ts";

/** Something that people remove and may restore. */
export interface Removable {
  kind: "source" | "twin";
  id: string;
}

/** False when it was restored meanwhile, or is gone already. */
export async function isRemoved(tx: TenantTx, { kind, id }: Removable): Promise<boolean> {
  const table = kind === "source" ? sources : twins;
  const rows = await on(tx)
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.id, id), isNotNull(table.deletedAt)));
  return rows.length > 0;
}

/** The blobs it holds, a page at a time, behind the last key seen. */
export async function listBlobKeys(
  tx: TenantTx,
  removable: Removable,
  { afterKey, limit }: { afterKey: string; limit: number },
): Promise<string[]> {
  const rows = await on(tx)
    .select({ blobKey: sourceVersions.blobKey })
    .from(sourceVersions)
    .where(and(eq(ownerColumn(removable), removable.id), gt(sourceVersions.blobKey, afterKey)))
    .orderBy(asc(sourceVersions.blobKey))
    .limit(limit);
  return rows.map((row) => row.blobKey);
}

/** With everything it owns, for good; nothing when it was restored meanwhile. */
export async function deleteRemoved(tx: TenantTx, { kind, id }: Removable): Promise<void> {
  const table = kind === "source" ? sources : twins;
  await on(tx)
    .delete(table)
    .where(and(eq(table.id, id), isNotNull(table.deletedAt)));
}

function ownerColumn({ kind }: Removable): PgColumn {
  return kind === "source" ? sourceVersions.sourceId : sourceVersions.twinId;
}
