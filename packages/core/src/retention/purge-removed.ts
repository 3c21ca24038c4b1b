import {
  deleteRemoved,
  isRemoved,
  listBlobKeys,
  listRemovedVersions,
  type Removable,
} from "@understudy/db/queries/removed";
import type { JobContext } from "../kernel/job.ts";
import { removeTwinVectors, removeVersionVectors } from "./remove-vectors.ts";

const KEYS_PER_READ = 200;

/** Reclaims what a removal made invisible. Rows go last: one that is left finds the rest again. */
export async function purgeRemoved(ctx: JobContext, removed: Removable): Promise<void> {
  if (!(await ctx.transaction((tx) => isRemoved(tx, removed)))) {
    return ctx.note("info", "It was restored; nothing is purged.");
  }
  await ctx.stage("vectors", [0, 0.2], () => removeVectors(ctx, removed));
  const blobs = await ctx.stage("blobs", [0.2, 0.5], () => removeBlobs(ctx, removed));
  await ctx.stage("rows", [0.5, 1], () => ctx.fenced((tx) => deleteRemoved(tx, removed)));
  await ctx.note("info", `Purged with ${blobs} files.`);
}

async function removeVectors(ctx: JobContext, removed: Removable): Promise<void> {
  if (removed.kind === "twin") return removeTwinVectors(ctx, removed.id);
  let afterId: string | null = null;
  for (;;) {
    const page: { afterId: string | null; limit: number } = { afterId, limit: KEYS_PER_READ };
    const versions = await ctx.transaction((tx) => listRemovedVersions(tx, removed, page));
    for (const { id: sourceVersionId, twinId } of versions) {
      await removeVersionVectors(ctx, { twinId, sourceVersionId });
    }
    if (versions.length < KEYS_PER_READ) return;
    afterId = versions.at(-1)!.id;
  }
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
