import { findActiveJob } from "@understudy/db/queries/jobs";
import { lockSource } from "@understudy/db/queries/same-source";
import { markVersionStage } from "@understudy/db/queries/source-versions";
import { deleteSomeChunks } from "@understudy/db/queries/superseded-versions";
import { countVersions, type VersionCounts } from "@understudy/db/queries/version-counts";
import type { TenantTx } from "@understudy/db/scope";
import type { JobContext } from "../kernel/job.ts";
import { reclaimVersion } from "../retention/reclaim-version.ts";
import { startIngestion } from "../source/start-ingestion.ts";
import type { Agreement } from "./agreement.ts";
import { judgeVersion, type VersionFault } from "./judge-version.ts";

const CHUNKS_PER_WRITE = 200;
const VERSIONS_PER_READ = 100;

export interface VersionsSeen extends Agreement {
  /** Those that should be found in the vector store. */
  versions: VersionCounts[];
}

/** A live version has the passages, the index and the vectors it was given; a reclaimed one has nothing. */
export async function reconcileVersions(ctx: JobContext): Promise<VersionsSeen> {
  const counted = { versions: 0, passages: 0, vectors: 0, indexes: 0 };
  const repaired = { passages: 0, vectors: 0, remains: 0 };
  const versions: VersionCounts[] = [];
  let afterId: string | null = null;
  for (;;) {
    const page = { afterId, limit: VERSIONS_PER_READ };
    const rows: VersionCounts[] = await ctx.transaction((tx) => countVersions(tx, page));
    for (const row of rows) {
      const fault = judgeVersion(row);
      if (fault && (await mend(ctx, row, fault))) repaired[fault]++;
      if (row.isReclaimed) continue;
      counted.versions++;
      counted.passages += row.chunks;
      counted.vectors += row.vectors;
      if (row.indexed !== null) counted.indexes++;
      versions.push(row);
    }
    if (rows.length < VERSIONS_PER_READ) break;
    afterId = rows.at(-1)!.id;
  }
  return { counted, repaired, left: {}, versions };
}

/** False when something is at it already. */
async function mend(
  ctx: JobContext,
  version: VersionCounts,
  fault: VersionFault,
): Promise<boolean> {
  if (fault === "remains") {
    await reclaimVersion(ctx, version);
    return true;
  }
  const isIdle = await ctx.fenced((tx) => startAgain(ctx, tx, version, fault));
  return isIdle;
}

/** From the step before what is not whole; it goes on answering with what there is. */
export async function startAgain(
  ctx: JobContext,
  tx: TenantTx,
  { id: sourceVersionId, sourceId, twinId, isParsed }: VersionCounts,
  fault: "passages" | "vectors",
): Promise<boolean> {
  await lockSource(tx, sourceId);
  if (await findActiveJob(tx, { subjectId: sourceId, kind: "ingestion" })) return false;
  const before = isParsed ? "parsed" : "received";
  if (fault === "passages") await deleteChunks(tx, sourceVersionId);
  await markVersionStage(tx, {
    sourceVersionId,
    stage: fault === "vectors" ? "chunked" : before,
  });
  await startIngestion(ctx, tx, { twinId, sourceId, sourceVersionId, trigger: null });
  return true;
}

/** What is there may have been cut otherwise than it would be now. */
async function deleteChunks(tx: TenantTx, sourceVersionId: string): Promise<void> {
  const some = { sourceVersionId, limit: CHUNKS_PER_WRITE };
  while ((await deleteSomeChunks(tx, some)) === CHUNKS_PER_WRITE);
}
