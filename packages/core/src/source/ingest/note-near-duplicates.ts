import { type Alike, saveNearDuplicates } from "@understudy/db/queries/findings";
import {
  getVersionText,
  listSketches,
  type SketchRow,
  saveSketch,
} from "@understudy/db/queries/sketches";
import type { OwnedVersionRow } from "@understudy/db/queries/source-versions";
import { estimateOverlap } from "@understudy/rag/duplicate/estimate-overlap";
import { measureOverlap } from "@understudy/rag/duplicate/measure-overlap";
import {
  openSketch,
  packSketch,
  type Sketch,
  sketchText,
} from "@understudy/rag/duplicate/sketch-text";
import type { JobContext } from "../../kernel/job.ts";

const SKETCHES_PER_READ = 500;
/** Texts with nothing to do with each other share under 0.1 by either measure. */
const MIN_ESTIMATE = 0.15;
const MIN_OVERLAP = 0.33;
/** Of a page that is on a site a hundred times, so many are said. */
const MAX_ALIKE = 10;

/**
 * Sketches propose, the texts decide. The sketch is there before others are looked at, so that of two
 * that are taken in at once one sees the other.
 */
export async function noteNearDuplicates(ctx: JobContext, version: OwnedVersionRow): Promise<void> {
  const { id: sourceVersionId, twinId, sourceId } = version;
  const text = await ctx.transaction((tx) => getVersionText(tx, sourceVersionId));
  const sketch = sketchText(text);
  await ctx.fenced((tx) => saveSketch(tx, { sourceVersionId, sketch: packSketch(sketch) }));
  const alike: Alike[] = [];
  for (const candidate of await findCandidates(ctx, version, sketch)) {
    const other = await ctx.transaction((tx) => getVersionText(tx, candidate.sourceVersionId));
    const score = measureOverlap(text, other);
    if (score >= MIN_OVERLAP) alike.push({ sourceId: candidate.sourceId, score });
  }
  await ctx.fenced((tx) => saveNearDuplicates(tx, { twinId, sourceId, alike }));
  if (alike.length > 0)
    await ctx.note("warn", `Much of it stands in ${alike.length} other sources.`);
}

/** The likeliest version of each source, the likeliest source first. */
async function findCandidates(
  ctx: JobContext,
  { twinId, sourceId: exceptSourceId }: OwnedVersionRow,
  sketch: Sketch,
): Promise<SketchRow[]> {
  const best = new Map<string, { row: SketchRow; estimate: number }>();
  let afterId: string | null = null;
  for (;;) {
    const page = { twinId, exceptSourceId, afterId, limit: SKETCHES_PER_READ };
    const rows: SketchRow[] = await ctx.transaction((tx) => listSketches(tx, page));
    for (const row of rows) {
      const estimate = estimateOverlap(sketch, openSketch(row.sketch));
      const known = best.get(row.sourceId)?.estimate ?? MIN_ESTIMATE;
      if (estimate >= known) best.set(row.sourceId, { row, estimate });
    }
    if (rows.length < SKETCHES_PER_READ) break;
    afterId = rows.at(-1)!.sourceVersionId;
  }
  const likeliest = [...best.values()].sort((a, b) => b.estimate - a.estimate);
  return likeliest.slice(0, MAX_ALIKE).map(({ row }) => row);
}
