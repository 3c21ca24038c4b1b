import { isBlobShared } from "@understudy/db/queries/recut-versions";
import {
  deleteSomeChunks,
  markReclaimed,
  type SupersededVersion,
} from "@understudy/db/queries/superseded-versions";
import type { JobContext } from "../kernel/job.ts";
import { removeVersionVectors } from "./remove-vectors.ts";

/** Small enough that the embedded engine answers others between two of them. */
const CHUNKS_PER_WRITE = 200;

/** By a version that was cut from the same bytes. */
function isNeeded(ctx: JobContext, version: { id: string; blobKey: string }): Promise<boolean> {
  return ctx.transaction((tx) => isBlobShared(tx, version));
}

/** The row stays as history, and citations keep their quotes; a second run finds less to do. */
export async function reclaimVersion(
  ctx: JobContext,
  { id: sourceVersionId, twinId, blobKey }: SupersededVersion,
): Promise<void> {
  await removeVersionVectors(ctx, { twinId, sourceVersionId });
  if (blobKey && !(await isNeeded(ctx, { id: sourceVersionId, blobKey }))) {
    await ctx.ports.blobs.remove(blobKey);
  }
  const chunks = { sourceVersionId, limit: CHUNKS_PER_WRITE };
  while ((await ctx.fenced((tx) => deleteSomeChunks(tx, chunks))) === CHUNKS_PER_WRITE);
  await ctx.fenced((tx) => markReclaimed(tx, sourceVersionId));
}
