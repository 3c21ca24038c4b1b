import { findActiveJob, hastenJob } from "@understudy/db/queries/jobs";
import type { TenantTx } from "@understudy/db/scope";
import { z } from "zod";
import { Job } from "../job/contract.ts";
import { requireJob } from "../job/jobs.ts";
import { readJob } from "../job/read-job.ts";
import { requireAllTwins, useCase } from "../kernel/use-case.ts";
import { insertReconcile } from "./plan-reconcile.ts";

/** Looks now, instead of at its time, whether everything that is kept of the tenant's content agrees. */
export const startReconcile = useCase({
  permission: "job.write",
  input: z.object({}),
  output: Job,
  run: async (ctx) => {
    requireAllTwins(ctx);
    return ctx.transaction(async (tx) => {
      const jobId = await startNow(tx, ctx.actor.tenantId);
      await ctx.audit(tx, { action: "job.reconcile", subjectKind: "job", subjectId: jobId });
      return readJob(await requireJob(tx, jobId));
    });
  },
});

async function startNow(tx: TenantTx, tenantId: string): Promise<string> {
  const active = await findActiveJob(tx, { subjectId: tenantId, kind: "reconcile" });
  if (!active) return insertReconcile(tx, tenantId, 0);
  await hastenJob(tx, active.id);
  return active.id;
}
