import { and, asc, eq, gt, isNull, ne, or, sql } from "drizzle-orm";
import { on, rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { exportFiles } from "../tables/exports.ts";
import { sourceVersions } from "../tables/source-versions.ts";
import { twinImports } from "../tables/twin-imports.ts";
import { twins } from "../tables/twins.ts";

/** Also of one that is removed and may be restored. */
export async function findAnyTwin(
  tx: TenantTx,
  twinId: string,
): Promise<{ id: string; name: string } | undefined> {
  const [row] = await on(tx)
    .select({ id: twins.id, name: twins.name })
    .from(twins)
    .where(eq(twins.id, twinId));
  return row;
}

export async function listAllTwinIds(tx: TenantTx): Promise<string[]> {
  const rows = await on(tx).select({ id: twins.id }).from(twins).orderBy(asc(twins.id));
  return rows.map(({ id }) => id);
}

/** It answers nobody from now on, and what it had to do is called off. */
export async function shutTwin(
  tx: TenantTx,
  { twinId, jobId }: { twinId: string; jobId: string | null },
): Promise<void> {
  await on(tx)
    .update(twins)
    .set({
      deletedAt: sql`coalesce(${twins.deletedAt}, now())`,
      contentRevision: sql`${twins.contentRevision} + 1`,
    })
    .where(eq(twins.id, twinId));
  await cancelJobs(tx, { twinId, jobId });
}

/** Those that wait or run, but one; a running attempt loses its fence. Without a twin: all of the tenant. */
export async function cancelJobs(
  tx: TenantTx,
  { twinId, jobId }: { twinId: string | null; jobId: string | null },
): Promise<void> {
  await on(tx).execute(sql`
    update jobs set status = 'cancelled', failure_reason = 'job.cancelled',
      failure_message = 'What it was about is being erased.', finished_at = now()
    where status in ('queued', 'running') and kind <> 'erasure' and id is distinct from ${jobId}::uuid
      and (${twinId}::uuid is null or twin_id = ${twinId}::uuid or subject_id = ${twinId}::uuid)`);
}

/** No key opens anything, and no server is told anything, from now on. */
export async function shutTenant(tx: TenantTx): Promise<void> {
  await on(tx).execute(sql`update api_keys set revoked_at = coalesce(revoked_at, now())`);
  await on(tx).execute(sql`update webhooks set is_on = false`);
  await on(tx).execute(
    sql`update invitations set revoked_at = now() where accepted_at is null and revoked_at is null`,
  );
}

/** The files that go with a twin: what it was taught from, what was written of it, what it was made from. */
export async function listTwinFiles(tx: TenantTx, twinId: string): Promise<string[]> {
  const rows = await Promise.all([
    on(tx)
      .selectDistinct({ blobKey: sourceVersions.blobKey })
      .from(sourceVersions)
      .where(eq(sourceVersions.twinId, twinId)),
    listExportFiles(tx, twinId),
    rowsOf<{ blobKey: string }>(
      tx,
      sql`select payload ->> 'blobKey' as "blobKey" from jobs where twin_id = ${twinId} and payload ? 'blobKey'`,
    ),
    on(tx)
      .select({ blobKey: twinImports.blobKey })
      .from(twinImports)
      .where(eq(twinImports.twinId, twinId)),
  ]);
  return rows.flat().flatMap(({ blobKey }) => blobKey ?? []);
}

/** Files in which a twin's conversations may stand: its own, and those of the whole tenant. */
function listExportFiles(tx: TenantTx, twinId: string) {
  return on(tx).select({ blobKey: exportFiles.blobKey }).from(exportFiles).where(mayHold(twinId));
}

const mayHold = (twinId: string) =>
  and(
    or(eq(exportFiles.twinId, twinId), isNull(exportFiles.twinId)),
    ne(exportFiles.kind, "bundle"),
  );

/** Exports that a visitor, or a twin, may stand in; their files go first. */
export async function listHoldingFiles(tx: TenantTx, twinId: string): Promise<string[]> {
  return (await listExportFiles(tx, twinId)).flatMap(({ blobKey }) => blobKey ?? []);
}

export async function deleteHoldingExports(tx: TenantTx, twinId: string): Promise<void> {
  await on(tx).delete(exportFiles).where(mayHold(twinId));
}

/** What no foreign key leads to: keys and webhooks that were narrowed to it, quotas, and jobs about it. */
export async function deleteLooseTwinTraces(
  tx: TenantTx,
  { twinId, jobId }: { twinId: string; jobId: string },
): Promise<void> {
  const isOfTwins = sql`subject_id in (select id from visitors where twin_id = ${twinId}
    union all select id from access_groups where twin_id = ${twinId})`;
  const statements = [
    sql`update api_keys set twin_ids = array_remove(twin_ids, ${twinId}::uuid),
      revoked_at = case when cardinality(array_remove(twin_ids, ${twinId}::uuid)) = 0
        then coalesce(revoked_at, now()) else revoked_at end
      where ${twinId}::uuid = any (twin_ids)`,
    sql`update webhooks set twin_ids = array_remove(twin_ids, ${twinId}::uuid),
      is_on = is_on and cardinality(array_remove(twin_ids, ${twinId}::uuid)) > 0
      where ${twinId}::uuid = any (twin_ids)`,
    sql`delete from usage_counters where ${isOfTwins}`,
    sql`delete from usage_quotas where subject_id = ${twinId} or ${isOfTwins}`,
    sql`delete from usage_reservations where subject_id = ${twinId}`,
    sql`delete from jobs where id <> ${jobId} and status <> 'running'
      and (subject_id = ${twinId} or position(${twinId}::text in payload::text) > 0)`,
  ];
  for (const statement of statements) await on(tx).execute(statement);
}

/** The versions of its sources, a page at a time, behind the last one seen. */
export async function listTwinVersions(
  tx: TenantTx,
  { twinId, afterId, limit }: { twinId: string; afterId: string | null; limit: number },
): Promise<string[]> {
  const rows = await on(tx)
    .select({ id: sourceVersions.id })
    .from(sourceVersions)
    .where(
      and(eq(sourceVersions.twinId, twinId), afterId ? gt(sourceVersions.id, afterId) : undefined),
    )
    .orderBy(asc(sourceVersions.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

export async function deleteTwin(tx: TenantTx, twinId: string): Promise<void> {
  await on(tx).delete(twins).where(eq(twins.id, twinId));
}
