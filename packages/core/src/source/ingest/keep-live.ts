import { adoptIfSameText, deleteUnneededVersion } from "@understudy/db/queries/requested-versions";
import { endSync } from "@understudy/db/queries/source-syncs";
import {
  findLiveVersion,
  getSourceVersion,
  type OwnedVersionRow,
} from "@understudy/db/queries/source-versions";
import { markSourceUnchanged } from "@understudy/db/queries/sources";
import type { TenantTx } from "@understudy/db/scope";
import type { JobContext } from "../../kernel/job.ts";

/** Ends a sync that brought nothing: what answers goes on answering, and the version that was made for it goes. */
export async function keepLive(ctx: JobContext, version: OwnedVersionRow): Promise<void> {
  await ctx.fenced((tx) => dropVersion(tx, version));
  await ctx.note("info", "Nothing has changed since it was last fetched.");
}

/** True when a fetched page says what it said: only its bytes differ, as of many pages at each visit. */
export async function keepLiveIfSameText(
  ctx: JobContext,
  { id: sourceVersionId }: OwnedVersionRow,
): Promise<boolean> {
  const dropped = await ctx.fenced(async (tx) => {
    if (!(await adoptIfSameText(tx, sourceVersionId))) return null;
    const version = await getSourceVersion(tx, sourceVersionId);
    await dropVersion(tx, version);
    return version;
  });
  if (!dropped) return false;
  if (dropped.blobKey) await ctx.ports.blobs.remove(dropped.blobKey);
  await ctx.note("info", "It was fetched anew, and says what it said.");
  return true;
}

async function dropVersion(tx: TenantTx, { id, sourceId }: OwnedVersionRow): Promise<void> {
  const live = await findLiveVersion(tx, sourceId);
  const passages = { added: 0, kept: live?.chunkCount ?? 0, removed: 0 };
  await endSync(tx, { sourceVersionId: id }, { status: "unchanged", passages });
  await deleteUnneededVersion(tx, id);
  await markSourceUnchanged(tx, sourceId);
}
