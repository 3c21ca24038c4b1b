import {
  deleteRemoved,
  isRemoved,
  listBlobKeys,
  type Removable,
} from "@understudy/db/queries/removed";
import type { JobContext } from "../kernel/job.ts";

const KEYS_PER_READ = 200;

/** Reclaims what a removal made invisible. Blobs go first: a row that is left finds them again. */
export async function purgeRemoved(ctx: JobContext, removed: Removable): Promise<void> {
  if (!(await ctx.transaction((tx) => isRemoved(tx, removed)))) {
    return ctx.note("info", "It was restored; nothing is purged.");
  }
  const blobs = await ctx.stage("blobs", [0, 0.5], () => removeBlobs(ctx, removed));
  await ctx.stage("rows", [0.5, 1], () => ctx.fenced((tx) => deleteRemoved(tx, removed)));
  await ctx.note("info", `Purged with ${blobs} files.`);
}

async function removeBlobs(ctx: JobContext, removed: Removable): Promise<number> {
  let afterKey = "";
  let count = 0;
  for (;;) {
    const page = { afterKey, limit: KEYS_PER_READ };
    const keys = await ctx.transaction((tx) => listBlobKeys(tx, removed, page));
    for (const key of keys) await ctx.ports.blobs.remove(key);
    count += keys.length;
    if (keys.length < KEYS_PER_READ) return count;
    afterKey = keys.at(-1)!;
  }
}
