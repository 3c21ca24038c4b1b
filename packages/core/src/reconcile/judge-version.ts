import type { VersionCounts } from "@understudy/db/queries/version-counts";

/** `passages`: what it was cut into, or the index of it, is not whole; `vectors`: some of them are missing; `remains`: it was reclaimed, and not all of it went. */
export type VersionFault = "passages" | "vectors" | "remains";

/** What is wrong with a version, if anything; one that is on its way, or waits to be reclaimed, is not judged. */
export function judgeVersion(version: VersionCounts): VersionFault | undefined {
  const { isLive, isReclaimed, chunkCount, chunks, vectors, indexed } = version;
  if (!isLive) {
    const isInOrder = !isReclaimed || (chunks === 0 && indexed === null);
    return isInOrder ? undefined : "remains";
  }
  const stands = chunkCount ?? 0;
  // A site's or an archive's version has pages, and nothing of its own to search.
  if (chunks !== stands || (indexed ?? 0) !== stands) return "passages";
  return vectors > 0 && vectors < chunks ? "vectors" : undefined;
}
