import { listChunkTexts } from "@understudy/db/queries/chunks";
import { saveSegment } from "@understudy/db/queries/segments";
import {
  findLiveVersion,
  findSourceVersion,
  type OwnedVersionRow,
} from "@understudy/db/queries/source-versions";
import { bumpContentRevision } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import { defineJob, type JobContext } from "../kernel/job.ts";
import { embedPassages } from "../source/ingest/embed-version.ts";
import { packPassages } from "../source/ingest/pack-passages.ts";
import { reindexing } from "./reindexing.ts";

/** Words and vectors of a live version's passages are searched as its owner has corrected them. */
export const reindexVersion = defineJob({
  ...reindexing,
  run: async (ctx, { sourceVersionId }) => {
    const version = await ctx.transaction((tx) => findLive(tx, sourceVersionId));
    if (!version) return ctx.note("info", "It does not answer any more; nothing is left to do.");
    await ctx.stage("embed", [0.02, 0.8], (report) => embedPassages(ctx, version, report));
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
  const chunks = await ctx.transaction((tx) => listChunkTexts(tx, version.id));
  const bytes = packPassages(chunks, version.sourceTitle);
  await ctx.fenced(async (tx) => {
    await saveSegment(tx, { version, passageCount: chunks.length, bytes });
    await bumpContentRevision(tx, version.twinId);
  });
}
