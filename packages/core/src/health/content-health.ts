import { findLastCheck } from "@understudy/db/queries/checked-sources";
import { countFindings } from "@understudy/db/queries/findings";
import { findActiveJob } from "@understudy/db/queries/jobs";
import { Job } from "../job/contract.ts";
import { requireJob } from "../job/jobs.ts";
import { readJob } from "../job/read-job.ts";
import { useCase } from "../kernel/use-case.ts";
import { ContentHealth, HealthInput } from "../knowledge/contract.ts";
import { requireTwin } from "../twin/twins.ts";
import { healthCheck, startHealthCheck } from "./plan-health-check.ts";

const SOON_MS = 60_000;

/** What is open in a twin's content, and when it was last looked at. */
export const getContentHealth = useCase({
  permission: "knowledge.read",
  input: HealthInput,
  output: ContentHealth,
  run: (ctx, { twinId }) =>
    ctx.transaction(async (tx) => {
      await requireTwin(tx, twinId);
      const checkedAt = await findLastCheck(tx, twinId, { isFull: false });
      const job = await findActiveJob(tx, { subjectId: twinId, kind: healthCheck.kind });
      const isSoon = job !== undefined && job.dueAt.getTime() < Date.now() + SOON_MS;
      return {
        open: Object.fromEntries(await countFindings(tx, twinId)),
        checkedAt: checkedAt?.toISOString() ?? null,
        jobId: isSoon ? job.id : null,
      };
    }),
});

/** Looks at all of a twin's content now, instead of at its time. */
export const checkContentHealth = useCase({
  permission: "source.write",
  input: HealthInput,
  output: Job,
  run: (ctx, { twinId }) =>
    ctx.transaction(async (tx) => {
      await requireTwin(tx, twinId);
      const payload = { twinId, isFull: true };
      const active = await findActiveJob(tx, {
        subjectId: twinId,
        kind: healthCheck.kind,
        payload,
      });
      const jobId = active?.id ?? (await startHealthCheck(tx, twinId));
      await ctx.audit(tx, { action: "knowledge.check", subjectKind: "job", subjectId: jobId });
      return readJob(await requireJob(tx, jobId));
    }),
});
