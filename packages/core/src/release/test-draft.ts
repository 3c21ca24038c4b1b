import { setTimeout as delay } from "node:timers/promises";
import { findQualityRun, type QualityRunRow } from "@understudy/db/queries/quality-runs";
import { lockTwin } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { notFound } from "../kernel/domain-error.ts";
import { startRun } from "../quality/start-run.ts";
import type { PublishResult } from "./contract.ts";
import { findDraftRun } from "./find-draft-run.ts";
import { listBlockers } from "./list-blockers.ts";

const LOOK_EVERY_MS = 200;

/**
 * Has the draft's tests run, unless a run has told already how it does in them. Null: nothing keeps it
 * from being published.
 */
export async function testDraft(
  ctx: Context,
  { twinId, waitSeconds }: { twinId: string; waitSeconds: number },
): Promise<Exclude<PublishResult, { status: "published" }> | null> {
  const begun = await ctx.transaction((tx) => findOrStart(ctx, tx, twinId));
  if (!begun) return null;
  const run = await untilEnded(ctx, begun, performance.now() + waitSeconds * 1_000);
  const { id: runId } = run;
  if (run.status === "running") return { status: "testing", runId };
  if (run.status !== "succeeded") return { status: "blocked", runId, blockers: [] };
  const blockers = await ctx.transaction((tx) => listBlockers(tx, run));
  return blockers.length > 0 ? { status: "blocked", runId, blockers } : null;
}

/** Undefined for a twin without tests. */
async function findOrStart(
  ctx: Context,
  tx: TenantTx,
  twinId: string,
): Promise<QualityRunRow | undefined> {
  const twin = await lockTwin(tx, twinId);
  if (!twin) throw notFound("twin");
  const { testCount, run } = await findDraftRun(tx, twin);
  if (run || testCount === 0) return run;
  return startRun(ctx, tx, { twinId, releaseId: null, trigger: "publish" });
}

async function untilEnded(
  ctx: Context,
  begun: QualityRunRow,
  untilMs: number,
): Promise<QualityRunRow> {
  let run = begun;
  while (run.status === "running" && performance.now() < untilMs) {
    await delay(LOOK_EVERY_MS, undefined, { signal: ctx.signal });
    const now = await ctx.transaction((tx) => findQualityRun(tx, run.id));
    if (!now) throw notFound("twin");
    run = now;
  }
  return run;
}
