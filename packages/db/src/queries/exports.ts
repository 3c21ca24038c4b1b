import { and, desc, eq, getTableColumns, isNotNull, ne, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { exportFiles } from "../tables/exports.ts";
import { twinImports } from "../tables/twin-imports.ts";
import { behind, type Position } from "./after.ts";
import { one } from "./one.ts";

export const EXPORTS_KEPT_SECONDS = 23 * 3_600;
const { tenantId: _tenantId, ...columns } = getTableColumns(exportFiles);
const shown = {
  ...columns,
  isExpired: sql<boolean>`coalesce(${exportFiles.expiresAt} <= now(), false)`,
};

type NewExport = Pick<
  typeof exportFiles.$inferInsert,
  "twinId" | "kind" | "subjectId" | "format" | "filter" | "userId"
>;

export async function insertExport(tx: TenantTx, values: NewExport): Promise<string> {
  const { id } = exportFiles;
  return one(await on(tx).insert(exportFiles).values(values).returning({ id })).id;
}

export async function findExport(tx: TenantTx, exportId: string): Promise<ExportRow | undefined> {
  const [row] = await on(tx).select(shown).from(exportFiles).where(eq(exportFiles.id, exportId));
  return row;
}

export type ExportRow = Omit<typeof exportFiles.$inferSelect, "tenantId"> & { isExpired: boolean };

/** Those of subjects, with how their job stands, newest first. */
export function listExports(
  tx: TenantTx,
  { after, limit }: { after?: Position | null; limit: number },
): Promise<(ExportRow & { jobId: string | null; jobStatus: string | null })[]> {
  const newest = (column: "id" | "status") => sql<string | null>`(
    select ${sql.identifier(column)} from jobs where jobs.subject_id = ${exportFiles.id}
      and jobs.kind = 'export' order by jobs.created_at desc limit 1)`;
  return on(tx)
    .select({ ...shown, jobId: newest("id"), jobStatus: newest("status") })
    .from(exportFiles)
    .where(
      and(
        ne(exportFiles.kind, "conversations"),
        behind({ time: exportFiles.createdAt, id: exportFiles.id }, after),
      ),
    )
    .orderBy(desc(exportFiles.createdAt), desc(exportFiles.id))
    .limit(limit);
}

export async function finishExport(
  tx: TenantTx,
  { exportId, ...file }: WrittenExport,
): Promise<void> {
  await on(tx)
    .update(exportFiles)
    .set({ ...file, expiresAt: sql`now() + make_interval(secs => ${EXPORTS_KEPT_SECONDS})` })
    .where(eq(exportFiles.id, exportId));
}

interface WrittenExport {
  exportId: string;
  blobKey: string;
  conversationCount?: number;
  byteSize: number;
}

export async function deleteExport(tx: TenantTx, exportId: string): Promise<void> {
  await on(tx).delete(exportFiles).where(eq(exportFiles.id, exportId));
}

/** Files that are no source's: what was written to be fetched, and bundles that are being read. */
export async function listPassingFiles(tx: TenantTx): Promise<string[]> {
  const rows = await Promise.all([
    on(tx)
      .select({ blobKey: exportFiles.blobKey })
      .from(exportFiles)
      .where(isNotNull(exportFiles.blobKey)),
    on(tx)
      .select({ blobKey: twinImports.blobKey })
      .from(twinImports)
      .where(isNotNull(twinImports.blobKey)),
  ]);
  return rows.flat().flatMap(({ blobKey }) => blobKey ?? []);
}
