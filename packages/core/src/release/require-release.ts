import { findRelease, type ReleaseRow } from "@understudy/db/queries/releases";
import type { TenantTx } from "@understudy/db/scope";
import { notFound } from "../kernel/domain-error.ts";

export async function requireRelease(tx: TenantTx, releaseId: string): Promise<ReleaseRow> {
  const row = await findRelease(tx, releaseId);
  if (!row) throw notFound("release");
  return row;
}

/** Another twin's release looks absent. */
export async function requireReleaseOf(
  tx: TenantTx,
  { twinId, releaseId }: { twinId: string; releaseId: string },
): Promise<ReleaseRow> {
  const row = await requireRelease(tx, releaseId);
  if (row.twinId !== twinId) throw notFound("release");
  return row;
}
