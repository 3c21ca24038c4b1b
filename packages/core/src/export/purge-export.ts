import { deleteExport, findExport } from "@understudy/db/queries/exports";
import type { JobContext } from "../kernel/job.ts";

/** The file first: a row that is left finds it again. */
export async function purgeExport(ctx: JobContext, exportId: string): Promise<void> {
  const row = await ctx.transaction((tx) => findExport(tx, exportId));
  if (!row) return;
  if (row.blobKey) await ctx.ports.blobs.remove(row.blobKey);
  await ctx.fenced((tx) => deleteExport(tx, exportId));
}
