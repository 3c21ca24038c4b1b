import * as outlived from "@understudy/db/queries/outlived";
import { listTwinNames } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import type { Retention } from "../governance/contract.ts";
import { findGovernance } from "../governance/find-governance.ts";
import type { JobContext } from "../kernel/job.ts";
import { planNextRetention } from "./plan-retention.ts";

const ROWS_PER_WRITE = 200;

type Kind = keyof Retention;
type Remove = (tx: TenantTx, old: outlived.Outlived) => Promise<number>;
/** Of a twin; in this order, as traces and near misses go with what they belong to. */
const OF_A_TWIN: readonly [Kind, Remove][] = [
  ["conversations", outlived.deleteOldConversations],
  ["conversations", outlived.deleteOldNearMisses],
  ["visitors", outlived.forgetOldVisitors],
  ["traces", outlived.clearOldTraces],
  ["jobLogs", outlived.deleteOldJobLogs],
  ["exports", outlived.deleteOldExports],
];

const OF_NO_TWIN = [
  ["jobLogs", outlived.deleteOldJobLogs],
  ["exports", outlived.deleteOldExports],
] as const;

/** What is older than the tenant, or a twin, lets it grow; once a day, a few rows at a time. */
export async function applyRetention(ctx: JobContext): Promise<void> {
  const { tenantId } = ctx.actor;
  await ctx.fenced((tx) => planNextRetention(tx, tenantId));
  const gone: Partial<Record<Kind, number>> = {};
  await ctx.stage("rows", [0, 1], async (report) => {
    const twins = await ctx.transaction(listTwinNames);
    for (const [at, { id }] of twins.entries()) {
      await ofTwin(ctx, id, gone);
      await report((at + 1) / (twins.length + 1));
    }
    const { rules } = await ctx.transaction((tx) => findGovernance(tx, { tenantId, twinId: null }));
    for (const [kind, remove] of OF_NO_TWIN) {
      const days = rules.retentionDays[kind];
      await count(gone, kind, () =>
        removeAll(ctx, days, (tx, old) => remove(tx, { ...old, twinId: null })),
      );
    }
  });
  await ctx.conclude({ removed: gone });
  if (Object.keys(gone).length === 0) return ctx.note("info", "Nothing is older than it may be.");
  const subject = { subjectKind: "tenant", subjectId: tenantId };
  await ctx.fenced((tx) => ctx.audit(tx, { action: "retention.apply", ...subject, details: gone }));
}

type Gone = Partial<Record<Kind, number>>;

async function ofTwin(ctx: JobContext, twinId: string, gone: Gone): Promise<void> {
  const governed = { tenantId: ctx.actor.tenantId, twinId };
  const { rules } = await ctx.transaction((tx) => findGovernance(tx, governed));
  for (const [kind, remove] of OF_A_TWIN) {
    const days = rules.retentionDays[kind];
    await count(gone, kind, () =>
      removeAll(ctx, days, (tx, old) => remove(tx, { ...old, twinId })),
    );
  }
}

async function count(gone: Gone, kind: Kind, work: () => Promise<number>): Promise<void> {
  const went = await work();
  if (went > 0) gone[kind] = (gone[kind] ?? 0) + went;
}

async function removeAll(
  ctx: JobContext,
  days: number | null,
  remove: (tx: TenantTx, old: { days: number; limit: number }) => Promise<number>,
): Promise<number> {
  if (days === null) return 0;
  for (let total = 0; ; ) {
    ctx.signal.throwIfAborted();
    const went = await ctx.fenced((tx) => remove(tx, { days, limit: ROWS_PER_WRITE }));
    total += went;
    if (went < ROWS_PER_WRITE) return total;
  }
}
