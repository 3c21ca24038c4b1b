import { databaseNow } from "@understudy/db/queries/database-now";
import {
  completeErasure,
  type ErasureRow,
  findErasure,
  startErasure,
} from "@understudy/db/queries/erasures";
import { isUnwanted } from "@understudy/db/queries/visitor-notices";
import type { TenantTx } from "@understudy/db/scope";
import { defineJob, type JobContext } from "../kernel/job.ts";
import { countAddress, countTraces, type Traces } from "./count-traces.ts";
import { eraseCachedVectors, eraseTwinRows, eraseVisitorRows } from "./erase-rows.ts";
import { countFiles, countVectors, eraseFiles, eraseVectors } from "./erase-stores.ts";
import { erasureDeclaration } from "./erasure-declaration.ts";
import { ErasureScope, surveySubject } from "./erasure-scope.ts";
import { finishTenant } from "./finish-tenant.ts";
import { KEPT_UNWANTED, type Kept, sortOutKept } from "./kept-on-purpose.ts";
import { shutSubject } from "./shut-subject.ts";
import { writeReceipt } from "./write-receipt.ts";

/**
 * Takes out what names a subject, looks for it anew in everything there is, and signs what was found. Each
 * step finds what an earlier attempt left; one that was overtaken writes nothing.
 */
export const erase = defineJob({
  ...erasureDeclaration,
  isBinding: true,
  run: async (ctx, { erasureId }) => {
    const asked = await ctx.transaction((tx) => findErasure(tx, erasureId));
    if (!asked || asked.cancelledAt || asked.completedAt) return;
    const { erasure, scope } = await begin(ctx, asked);
    await ctx.stage("vectors", [0.15, 0.3], (report) => eraseVectors(ctx, scope, report));
    await ctx.stage("files", [0.3, 0.5], (report) => eraseFiles(ctx, erasure, { scope, report }));
    await ctx.stage("rows", [0.5, 0.8], (report) => eraseRows(ctx, erasure, { scope, report }));
    if (erasure.kind === "tenant") return finishTenant(ctx, erasure, scope);
    if (erasure.kind === "twin") {
      await ctx.stage("caches", [0.8, 0.85], () => eraseCachedVectors(ctx));
    }
    await ctx.stage("verify", [0.85, 1], () => finish(ctx, erasure, scope));
  },
  gaveUp: async () => {},
});

/** The first attempt writes down what there is; a later one goes by that. */
async function begin(ctx: JobContext, asked: ErasureRow) {
  await ctx.stage("shut", [0, 0.05], () => ctx.fenced((tx) => shutSubject(tx, asked)));
  if (asked.startedAt) return { erasure: asked, scope: ErasureScope.parse(asked.scope) };
  return ctx.stage("survey", [0.05, 0.15], async () => {
    const scope = await ctx.transaction((tx) => surveySubject(tx, asked));
    const { found } = await countTraces(ctx, asked, scope);
    const { left: rows } = sortOutKept(found, asked.kind);
    const files = await countFiles(ctx, asked, scope);
    const vectors = await countVectors(ctx, scope);
    const removed = { ...rows, files, ...(vectors > 0 && { vectors }) };
    const started = { erasureId: asked.id, scope, removed };
    return { erasure: await ctx.fenced((tx) => startErasure(tx, started)), scope };
  });
}

interface Erasing {
  scope: ErasureScope;
  report: (fraction: number) => Promise<void>;
}

async function eraseRows(
  ctx: JobContext,
  { kind, subjectId }: ErasureRow,
  { scope, report }: Erasing,
): Promise<void> {
  if (kind === "visitor") return eraseVisitorRows(ctx, subjectId, scope);
  for (const [at, twinId] of scope.twinIds.entries()) {
    await eraseTwinRows(ctx, twinId);
    await report((at + 1) / scope.twinIds.length);
  }
}

/** What is found where nothing may be left is looked for again by the next attempt. */
async function finish(ctx: JobContext, erasure: ErasureRow, scope: ErasureScope): Promise<void> {
  const traces = await countTraces(ctx, erasure, scope);
  const { kept, left } = sortOutKept(traces.found, erasure.kind);
  const filesLeft = await countFiles(ctx, erasure, scope);
  const vectorsLeft = await countVectors(ctx, scope);
  const verified = { ...sum(traces, left), filesLeft, vectorsLeft, ...(await address(ctx, scope)) };
  if (verified.rowsLeft + filesLeft + vectorsLeft > 0) {
    throw new Error(`something is left: ${JSON.stringify({ ...left, filesLeft, vectorsLeft })}`);
  }
  await ctx.fenced(async (tx) => {
    const completedAt = await databaseNow(tx);
    kept.push(...(await keptAddress(tx, scope)));
    const receipt = writeReceipt(ctx, erasure, { kept, verified, completedAt });
    await completeErasure(tx, { erasureId: erasure.id, receipt });
    const subject = { subjectKind: erasure.kind, subjectId: erasure.subjectId };
    const details = { erasureId: erasure.id };
    await ctx.audit(tx, { action: `${erasure.kind}.erased`, ...subject, details });
  });
  await ctx.conclude({ erasureId: erasure.id });
}

function sum({ tablesSearched }: Traces, left: Record<string, number>) {
  const rowsLeft = Object.values(left).reduce((before, rows) => before + rows, 0);
  return { tablesSearched, rowsLeft };
}

async function keptAddress(tx: TenantTx, { visitor }: ErasureScope): Promise<Kept[]> {
  if (!visitor?.email) return [];
  const isKept = await isUnwanted(tx, { twinId: visitor.twinId, email: visitor.email });
  return isKept ? [{ ...KEPT_UNWANTED, rows: 1 }] : [];
}

async function address(ctx: JobContext, { visitor }: ErasureScope) {
  if (!visitor?.email) return {};
  const { twinId, email } = visitor;
  return { addressElsewhere: await countAddress(ctx, { twinId, email }) };
}
