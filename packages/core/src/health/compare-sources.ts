import {
  type Alike,
  dropNearDuplicates,
  saveNearDuplicates,
} from "@understudy/db/queries/findings";
import {
  getVersionText,
  listSketches,
  listUnsketched,
  listVersionBeginnings,
  type SketchRow,
  saveSketches,
} from "@understudy/db/queries/sketches";
import { indexSketches } from "@understudy/rag/duplicate/index-sketches";
import { measureOverlap } from "@understudy/rag/duplicate/measure-overlap";
import {
  openSketch,
  packSketch,
  SKETCHED_CHARACTERS,
  type Sketch,
  sketchText,
} from "@understudy/rag/duplicate/sketch-text";
import type { JobContext } from "../kernel/job.ts";

/** So many are compared with all others in one reading of those: each by itself would read all of them again. */
const COMPARED_AT_ONCE = 500;
const SKETCHES_PER_READ = 500;
const TEXTS_PER_READ = 20;
/** Texts with nothing to do with each other share under 0.1 by either measure. */
const MIN_ESTIMATE = 0.15;
const MIN_OVERLAP = 0.33;
/** Of a page that is on a site a hundred times, so many are said. */
const MAX_ALIKE = 10;

interface New {
  sourceVersionId: string;
  sourceId: string;
  sketch: Sketch;
}

/**
 * Tells what of a twin's new texts stands in other sources too. Sketches propose, the texts decide; a
 * text is new until its sketch is there. Gives how many were compared.
 */
export async function compareSources(ctx: JobContext, twinId: string): Promise<number> {
  for (let compared = 0; ; ) {
    const rows = await ctx.transaction((tx) =>
      listUnsketched(tx, { twinId, limit: COMPARED_AT_ONCE }),
    );
    if (rows.length === 0) return compared;
    const added = await sketchAll(ctx, rows);
    await noteAlike(ctx, twinId, added);
    compared += rows.length;
  }
}

async function sketchAll(ctx: JobContext, rows: readonly Omit<New, "sketch">[]): Promise<New[]> {
  const sketches = new Map<string, Sketch>();
  for (let first = 0; first < rows.length; first += TEXTS_PER_READ) {
    const page = rows.slice(first, first + TEXTS_PER_READ);
    const sourceVersionIds = page.map(({ sourceVersionId }) => sourceVersionId);
    const texts = await ctx.transaction((tx) =>
      listVersionBeginnings(tx, { sourceVersionIds, characters: SKETCHED_CHARACTERS }),
    );
    for (const { sourceVersionId, text } of texts) sketches.set(sourceVersionId, sketchText(text));
  }
  return rows.map((row) => ({
    ...row,
    sketch: sketches.get(row.sourceVersionId) ?? sketchText(""),
  }));
}

/** Sketches and findings are there together or not at all, so that what was cut short is done again. */
async function noteAlike(ctx: JobContext, twinId: string, added: readonly New[]): Promise<void> {
  const likeliest = await findLikeliest(ctx, twinId, added);
  const alike = new Map<string, Alike[]>();
  for (const [at, { sourceId, sourceVersionId }] of added.entries()) {
    const found = await readAlike(ctx, sourceVersionId, likeliest[at]!);
    if (found.length > 0) alike.set(sourceId, found);
  }
  const others = added.map(({ sourceId }) => sourceId).filter((sourceId) => !alike.has(sourceId));
  await ctx.fenced(async (tx) => {
    await dropNearDuplicates(tx, others);
    for (const [sourceId, found] of alike) {
      await saveNearDuplicates(tx, { twinId, sourceId, alike: found });
    }
    await saveSketches(
      tx,
      added.map(({ sourceVersionId, sketch }) => ({ sourceVersionId, sketch: packSketch(sketch) })),
    );
  });
  if (alike.size > 0) await ctx.note("warn", `Much of ${alike.size} sources stands in others too.`);
}

async function readAlike(
  ctx: JobContext,
  sourceVersionId: string,
  candidates: readonly Candidate[],
): Promise<Alike[]> {
  const [own, ...others] = await readTexts(ctx, [
    ...(candidates.length > 0 ? [sourceVersionId] : []),
    ...candidates.map((candidate) => candidate.sourceVersionId),
  ]);
  return candidates
    .map(({ sourceId }, i) => ({ sourceId, score: measureOverlap(own!, others[i]!) }))
    .filter(({ score }) => score >= MIN_OVERLAP);
}

async function readTexts(ctx: JobContext, sourceVersionIds: readonly string[]): Promise<string[]> {
  const texts: string[] = [];
  for (const id of sourceVersionIds) {
    texts.push(await ctx.transaction((tx) => getVersionText(tx, id)));
  }
  return texts;
}

interface Candidate {
  sourceVersionId: string;
  sourceId: string;
  estimate: number;
}

/** Of each new text, those that are most like it among all that answers, the likeliest first. */
async function findLikeliest(
  ctx: JobContext,
  twinId: string,
  added: readonly New[],
): Promise<Candidate[][]> {
  const findAlike = indexSketches(added.map(({ sketch }) => sketch));
  const likeliest = added.map((): Candidate[] => []);
  const offer = ({ sourceVersionId, sourceId, sketch }: New) => {
    for (const { at, estimate } of findAlike(sketch)) {
      if (added[at]!.sourceId === sourceId || estimate < MIN_ESTIMATE) continue;
      likeliest[at]!.push({ sourceVersionId, sourceId, estimate });
      if (likeliest[at]!.length > 2 * MAX_ALIKE) likeliest[at] = keepLikeliest(likeliest[at]!);
    }
  };
  added.forEach(offer);
  for (let afterId: string | null = null; ; ) {
    const page = { twinId, afterId, limit: SKETCHES_PER_READ };
    const rows: SketchRow[] = await ctx.transaction((tx) => listSketches(tx, page));
    for (const row of rows) offer({ ...row, sketch: openSketch(row.sketch) });
    if (rows.length < SKETCHES_PER_READ) return likeliest.map(keepLikeliest);
    afterId = rows.at(-1)!.sourceVersionId;
  }
}

function keepLikeliest(candidates: readonly Candidate[]): Candidate[] {
  return candidates.toSorted((a, b) => b.estimate - a.estimate).slice(0, MAX_ALIKE);
}
