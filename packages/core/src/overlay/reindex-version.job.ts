import {
  findLiveVersion,
  findSourceVersion,
  type OwnedVersionRow,
} from "@understudy/db/queries/source-versions";
import { bumpContentRevision } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import { defineJob, type JobContext } from "../kernel/job.ts";
import { adoptedEmbedder } from "../reindex/adopted-embedder.ts";
import { embedOrSay } from "../source/ingest/embed-or-say.ts";
import { saveIndex } from "../source/ingest/save-index.ts";
import { reindexing } from "./reindexing.ts";

/** Words and vectors of a live version's passages are searched as its owner has corrected them. */
export const reindexVersion = defineJob({
  ...reindexing,
  run: async (ctx, { sourceVersionId }) => {
    const version = await ctx.transaction((tx) => findLive(tx, sourceVersionId));
    if (!version) return ctx.note("info", "It does not answer any more; nothing is left to do.");
    const embedder = await adoptedEmbedder(ctx, version.twinId);
    if (embedder) {
      const embedded = { version, embedder };
      await ctx.stage("embed", [0.02, 0.8], (report) => embedOrSay(ctx, embedded, report));
    }
    await ctx.stage("index", [0.8, 1], () => indexAnew(ctx, version));
  },
  gaveUp: async () => {},
});

async function findLive(tx: TenantTx, sourceVersionId: string) {
  const version = await findSourceVersion(tx, sourceVersionId);
  const live = version && (await findLiveVersion(tx, version.sourceId));
  return live?.id === sourceVersionId ? version : undefined;
}

async function indexAnew(ctx: JobContext, version: OwnedVersionRow): Promise<void> {
  await saveIndex(ctx, version);
  await ctx.fenced((tx) => bumpContentRevision(tx, version.twinId));
}
