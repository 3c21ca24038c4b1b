import type { GenerationRow } from "@understudy/db/queries/index-generations";
import {
  countIndex,
  listCorrected,
  listUncut,
  type Uncut,
} from "@understudy/db/queries/index-targets";
import { findStaged, insertRecut } from "@understudy/db/queries/recut-versions";
import { lockSource } from "@understudy/db/queries/same-source";
import {
  findLiveVersion,
  getSourceVersion,
  markVersionStage,
} from "@understudy/db/queries/source-versions";
import type { JobContext } from "../kernel/job.ts";
import { applyOverlays } from "../overlay/apply-overlays.ts";
import { chunkVersion } from "../source/ingest/chunk-version.ts";
import { saveIndex } from "../source/ingest/save-index.ts";
import { aimOf } from "./aim-of.ts";

const SOURCES_PER_READ = 50;

/** Sources that the index wants cut otherwise are cut beside what answers, from the text that was parsed. */
export async function cutSources(
  ctx: JobContext,
  generation: GenerationRow,
  report: (fraction: number) => Promise<void>,
): Promise<void> {
  const aim = aimOf(generation.twinId, generation);
  const { uncut: total } = await ctx.transaction((tx) => countIndex(tx, aim));
  let afterId: string | null = null;
  let done = 0;
  for (;;) {
    const page: { afterId: string | null; limit: number } = { afterId, limit: SOURCES_PER_READ };
    const sources: Uncut[] = await ctx.transaction((tx) => listUncut(tx, aim, page));
    for (const source of sources) {
      ctx.signal.throwIfAborted();
      await cutSource(ctx, generation.id, source);
      await report(Math.min(1, ++done / Math.max(1, total)));
    }
    if (sources.length < SOURCES_PER_READ) break;
    afterId = sources.at(-1)!.sourceId;
  }
  if (total > 0) await ctx.note("info", `Cut ${done} sources anew.`);
  await correctStaged(ctx, generation);
}

/** What was corrected since it was cut is corrected here, too, before its vectors are made. */
async function correctStaged(ctx: JobContext, generation: GenerationRow): Promise<void> {
  const aim = aimOf(generation.twinId, generation);
  const versions = await ctx.transaction((tx) => listCorrected(tx, aim));
  for (const { versionId: id, sourceId } of versions) {
    const { hasChanged } = await ctx.fenced((tx) => applyOverlays(tx, { id, sourceId }));
    if (!hasChanged) continue;
    await saveIndex(ctx, await ctx.transaction((tx) => getSourceVersion(tx, id)));
  }
}

async function cutSource(ctx: JobContext, generationId: string, source: Uncut): Promise<void> {
  const versionId = await stage(ctx, generationId, source);
  if (!versionId) return;
  await chunkVersion(ctx, versionId);
  const version = await ctx.transaction((tx) => getSourceVersion(tx, versionId));
  await saveIndex(ctx, version);
  await ctx.fenced((tx) => markVersionStage(tx, { sourceVersionId: versionId, stage: "indexed" }));
}

/** What an earlier attempt left is gone on with; undefined where another text answers by now. */
function stage(
  ctx: JobContext,
  generationId: string,
  { sourceId, liveId, wanted }: Uncut,
): Promise<string | undefined> {
  return ctx.fenced(async (tx) => {
    await lockSource(tx, sourceId);
    const live = await findLiveVersion(tx, sourceId);
    if (live?.id !== liveId) return undefined;
    const staged = await findStaged(tx, { generationId, fromId: liveId });
    return staged?.id ?? insertRecut(tx, { fromId: liveId, chunking: wanted, generationId });
  });
}
