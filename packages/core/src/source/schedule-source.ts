import { finishJob } from "@understudy/db/queries/job-attempts";
import { findQueuedJob } from "@understudy/db/queries/jobs";
import { lockJobsOf } from "@understudy/db/queries/lock-jobs";
import { lockSource } from "@understudy/db/queries/same-source";
import { setSyncEvery } from "@understudy/db/queries/schedules";
import { useCase } from "../kernel/use-case.ts";
import { ScheduleSourceInput, Source } from "./contract.ts";
import { planResync } from "./plan-resync.ts";
import { readSource } from "./read-source.ts";
import { requireSource } from "./require-source.ts";
import { requireFromWeb } from "./start-sync.ts";

/** How often it is fetched again by itself; null: only when someone asks. Refuses `source.not_from_web`. */
export const scheduleSource = useCase({
  permission: "source.write",
  input: ScheduleSourceInput,
  output: Source,
  run: (ctx, { sourceId, every }) =>
    ctx.transaction(async (tx) => {
      const turns = { subjectId: sourceId, kind: "resync" } as const;
      await lockJobsOf(tx, turns);
      await lockSource(tx, sourceId);
      const source = await requireSource(tx, sourceId);
      requireFromWeb(source);
      const waiting = await findQueuedJob(tx, turns);
      if (waiting)
        await finishJob(tx, { jobId: waiting.id, status: "cancelled", failure: replaced });
      await setSyncEvery(tx, { sourceId, syncEvery: every });
      await planResync(tx, { ...source, syncEvery: every });
      const subject = { subjectKind: "source", subjectId: sourceId };
      await ctx.audit(tx, { action: "source.schedule", ...subject, details: { every } });
      return readSource(await requireSource(tx, sourceId));
    }),
});

const replaced = { reason: "job.cancelled", message: "The schedule was changed." };
