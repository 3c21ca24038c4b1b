import { lockSource } from "@understudy/db/queries/same-source";
import { listPausedSchedules, setSyncEvery } from "@understudy/db/queries/schedules";
import { z } from "zod";
import { useCase } from "../kernel/use-case.ts";
import { TwinRef } from "../twin/contract.ts";
import { requireTwin } from "../twin/twins.ts";
import { planResync } from "./plan-resync.ts";

/** Turns on every schedule that came with a twin and was paused; the first turn of each is an interval away. */
export const resumeSchedules = useCase({
  permission: "source.write",
  input: TwinRef,
  output: z.object({ resumed: z.int() }),
  run: (ctx, { twinId }) =>
    ctx.transaction(async (tx) => {
      await requireTwin(tx, twinId);
      const paused = await listPausedSchedules(tx, twinId);
      for (const { id: sourceId, syncEvery } of paused) {
        await lockSource(tx, sourceId);
        await setSyncEvery(tx, { sourceId, syncEvery });
        await planResync(tx, { id: sourceId, twinId, syncEvery });
      }
      const resumed = paused.length;
      const subject = { subjectKind: "twin", subjectId: twinId };
      await ctx.audit(tx, { action: "source.resume_schedules", ...subject, details: { resumed } });
      return { resumed };
    }),
});
