import { findLiveGeneration } from "@understudy/db/queries/index-generations";
import { isBehindAnother } from "@understudy/db/queries/jobs";
import { defineJob, TurnOver } from "../../kernel/job.ts";
import { currentKnowledge } from "../../knowledge/current-knowledge.ts";
import { weighing } from "./plan-weighing.ts";
import { weighGeneration } from "./weigh-generation.ts";

/** What is kept last is to be of what came last. */
const LOOK_AGAIN_SECONDS = 15;

/** Picks anew how much meaning counts in what answers. What it was picked on already is not asked again. */
export const weighArms = defineJob({
  ...weighing,
  run: async (ctx, { twinId }) => {
    const self = { jobId: ctx.jobId, subjectId: twinId, kind: weighing.kind };
    if (await ctx.transaction((tx) => isBehindAnother(tx, self))) {
      throw new TurnOver("the twin is being weighed on what was there before", LOOK_AGAIN_SECONDS);
    }
    const generation = await ctx.transaction((tx) => findLiveGeneration(tx, twinId));
    if (!generation?.model) {
      return ctx.note("info", "The twin is searched by words alone; there is nothing to weigh.");
    }
    const openIndex = async () => ({ ...(await currentKnowledge(ctx, { twinId })), pinned: [] });
    await ctx.stage("weigh", [0, 1], (report) =>
      weighGeneration(ctx, { generation, openIndex }, report),
    );
  },
  gaveUp: async () => {},
});
