import { listPassingFiles } from "@understudy/db/queries/exports";
import type { VersionCounts } from "@understudy/db/queries/version-counts";
import type { JobContext } from "../kernel/job.ts";
import type { Agreement } from "./agreement.ts";

/** Whatever was being received then has been written down by now, or never will be. */
const GRACE_MS = 24 * 3_600_000;

/** Every version has its bytes, and all bytes of a tenant are a version's, or of a file that waits to be fetched or read. */
export async function reconcileFiles(
  ctx: JobContext,
  versions: readonly VersionCounts[],
): Promise<Agreement> {
  const missing = new Set(versions.flatMap(({ blobKey }) => blobKey ?? []));
  const passing = new Set(await ctx.transaction(listPassingFiles));
  let files = 0;
  let orphaned = 0;
  for await (const key of ctx.ports.blobs.list(`${ctx.actor.tenantId}/`)) {
    files++;
    if (missing.delete(key) || passing.has(key) || !isOld(key)) continue;
    await ctx.ports.blobs.remove(key);
    orphaned++;
  }
  return {
    counted: { files },
    repaired: { filesOrphaned: orphaned },
    left: { filesMissing: missing.size },
  };
}

/** A blob's key ends in a UUIDv7, which begins with the milliseconds at which it was made. */
function isOld(key: string): boolean {
  const name = key.slice(key.lastIndexOf("/") + 1).replaceAll("-", "");
  const madeAtMs = Number.parseInt(name.slice(0, 12), 16);
  return Date.now() - madeAtMs > GRACE_MS;
}
