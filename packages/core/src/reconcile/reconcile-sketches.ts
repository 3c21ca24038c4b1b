import { listUnsketchedVersionIds } from "@understudy/db/queries/sketches";
import { getSourceVersion } from "@understudy/db/queries/source-versions";
import type { JobContext } from "../kernel/job.ts";
import { noteNearDuplicates } from "../source/ingest/note-near-duplicates.ts";
import type { Agreement } from "./agreement.ts";

const MAX_A_RUN = 500;

/** What answers is compared with all else that answers, also what was taken in before there were sketches. */
export async function reconcileSketches(ctx: JobContext): Promise<Partial<Agreement>> {
  const unsketched = await ctx.transaction((tx) => listUnsketchedVersionIds(tx, MAX_A_RUN));
  for (const id of unsketched) {
    const version = await ctx.transaction((tx) => getSourceVersion(tx, id));
    await noteNearDuplicates(ctx, version);
  }
  return { repaired: { sketches: unsketched.length } };
}
