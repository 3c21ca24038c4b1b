import { listSegments } from "@understudy/db/queries/segments";
import { listLiveVersionIds } from "@understudy/db/queries/source-versions";
import { findContentRevision } from "@understudy/db/queries/twins";
import { createTwinIndex, type TwinIndex } from "@understudy/rag/index/twin-index";
import type { Context } from "../kernel/context.ts";
import { notFound } from "../kernel/domain-error.ts";

const SEGMENTS_PER_READ = 100;

interface CachedIndex {
  index: TwinIndex;
  revision: bigint | null;
  refresh: Promise<void> | null;
}

/** The merged index of each twin that is being asked, kept in memory up to a bound. */
export interface TwinIndexes {
  /** The index over exactly what is live in the twin now; refuses a twin the caller may not see. */
  current(ctx: Context, twinId: string): Promise<TwinIndex>;
  /** Bytes held by all twins together. */
  readonly bytes: number;
}

export function createTwinIndexes({ maxBytes }: { maxBytes: number }): TwinIndexes {
  const cache = new Map<string, CachedIndex>();

  return {
    async current(ctx, twinId) {
      const revision = await readRevision(ctx, twinId);
      const entry = touch(cache, twinId);
      while (entry.revision === null || entry.revision < revision) {
        entry.refresh ??= refresh(ctx, twinId, entry).finally(() => {
          entry.refresh = null;
        });
        await entry.refresh;
      }
      evict(cache, twinId, maxBytes);
      return entry.index;
    },
    get bytes() {
      return totalBytes(cache);
    },
  };
}

async function readRevision(ctx: Context, twinId: string): Promise<bigint> {
  const revision = await ctx.transaction((tx) => findContentRevision(tx, twinId));
  if (revision === undefined) throw notFound("twin");
  return revision;
}

/** Map order is the order of last use. */
function touch(cache: Map<string, CachedIndex>, twinId: string): CachedIndex {
  const entry = cache.get(twinId) ?? { index: createTwinIndex(), revision: null, refresh: null };
  cache.delete(twinId);
  cache.set(twinId, entry);
  return entry;
}

/** Only the difference is read: versions that came and versions that went. */
async function refresh(ctx: Context, twinId: string, entry: CachedIndex): Promise<void> {
  const { revision, versionIds } = await ctx.transaction(async (tx) => ({
    revision: await findContentRevision(tx, twinId),
    versionIds: await listLiveVersionIds(tx, twinId),
  }));
  if (revision === undefined) throw notFound("twin");
  const live = new Set(versionIds);
  for (const versionId of entry.index.segmentIds()) {
    if (!live.has(versionId)) entry.index.remove(versionId);
  }
  const missing = versionIds.filter((versionId) => !entry.index.has(versionId));
  for (let first = 0; first < missing.length; first += SEGMENTS_PER_READ) {
    const batch = missing.slice(first, first + SEGMENTS_PER_READ);
    const segments = await ctx.transaction((tx) => listSegments(tx, batch));
    for (const segment of segments) entry.index.add(segment.sourceVersionId, segment.bytes);
  }
  entry.revision = revision;
}

function evict(cache: Map<string, CachedIndex>, keep: string, maxBytes: number): void {
  let held = totalBytes(cache);
  for (const [twinId, entry] of cache) {
    if (held <= maxBytes) return;
    if (twinId === keep || entry.refresh) continue;
    cache.delete(twinId);
    held -= entry.index.bytes;
  }
}

function totalBytes(cache: Map<string, CachedIndex>): number {
  let sum = 0;
  for (const entry of cache.values()) sum += entry.index.bytes;
  return sum;
}
