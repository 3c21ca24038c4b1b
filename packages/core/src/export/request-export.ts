import type { ExportKind } from "@understudy/db/column-values";
import { findExport, insertExport } from "@understudy/db/queries/exports";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import type { DataExport } from "../privacy/contract.ts";
import { exportDeclaration } from "./export-declaration.ts";
import { readExport } from "./read-export.ts";

interface Requested {
  kind: Exclude<ExportKind, "conversations">;
  subjectId: string;
  twinId: string | null;
}

/** Joins the caller's transaction; a job writes the file. */
export async function requestExport(
  ctx: Context,
  tx: TenantTx,
  { kind, subjectId, twinId }: Requested,
): Promise<DataExport> {
  const userId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  const format = kind === "bundle" ? "twin" : "zip";
  const exportId = await insertExport(tx, { kind, subjectId, twinId, format, filter: {}, userId });
  const request = { job: exportDeclaration, payload: { exportId }, subjectId: exportId, twinId };
  const jobId = await ctx.enqueue(tx, request);
  const subjectKind = kind === "bundle" ? "twin" : kind;
  const action = `${kind}.export`;
  await ctx.audit(tx, { action, subjectKind, subjectId, details: { exportId } });
  const row = await findExport(tx, exportId);
  if (!row) throw new Error(`export ${exportId} is not there`);
  return readExport({ ...row, jobId, jobStatus: "queued" });
}
