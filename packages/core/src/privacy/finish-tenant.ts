import { newId } from "@understudy/db/new-id";
import { databaseNow } from "@understudy/db/queries/database-now";
import { completeErasure, type ErasureRow } from "@understudy/db/queries/erasures";
import {
  allowLong,
  countKeptRows,
  eraseTenant,
  listTenantTables,
} from "@understudy/db/queries/kept-rows";
import type { JobContext } from "../kernel/job.ts";
import { countFiles, countVectors } from "./erase-stores.ts";
import type { ErasureScope } from "./erasure-scope.ts";
import { sortOutKept } from "./kept-on-purpose.ts";
import { writeReceipt } from "./write-receipt.ts";

/**
 * The last rows of a tenant, this job's own among them, go in one transaction with the look around and the
 * receipt: nobody would be left to go on with it.
 */
export async function finishTenant(
  ctx: JobContext,
  erasure: ErasureRow,
  scope: ErasureScope,
): Promise<void> {
  const filesLeft = await countFiles(ctx, erasure, scope);
  const vectorsLeft = await countVectors(ctx, scope);
  if (filesLeft + vectorsLeft > 0) {
    throw new Error(`something is left: ${JSON.stringify({ filesLeft, vectorsLeft })}`);
  }
  await ctx.fenced(async (tx) => {
    await allowLong(tx);
    const tablesSearched = (await listTenantTables(tx)).length + 1;
    await eraseTenant(tx, { erasureId: erasure.id, replacementId: newId() });
    const subject = { subjectKind: "tenant", subjectId: erasure.subjectId };
    const details = { erasureId: erasure.id };
    await ctx.audit(tx, { action: "tenant.erased", ...subject, details });
    const { kept, left } = sortOutKept(await countKeptRows(tx, null), "tenant");
    if (Object.keys(left).length > 0) throw new Error(`rows are left: ${JSON.stringify(left)}`);
    const completedAt = await databaseNow(tx);
    const verified = { tablesSearched, rowsLeft: 0, filesLeft, vectorsLeft };
    const receipt = writeReceipt(ctx, erasure, { kept, verified, completedAt });
    await completeErasure(tx, { erasureId: erasure.id, receipt });
  });
}
