import { listLiveSegments, listSegments } from "@understudy/db/queries/segments";
import { findContentRevision } from "@understudy/db/queries/twins";
import { createTwinIndex, type TwinIndex } from "@understudy/rag/index/twin-index";
import type { Context } from "../kernel/context.ts";
import { notFound } from "../kernel/domain-error.ts";
import { createTwinVectors, type TwinVectors } from "./twin-vectors.ts";

const SEGMENTS_PER_READ = 100;

/** What is live in a twin, ready to be searched. */
export interface TwinKnowledge {
  index: TwinIndex;
  vectors: TwinVectors;
}

interface CachedIndex extends TwinKnowledge {
  /** Of each segment in the index, the stamp it was read under. */
  stamps: Map<string, string>;
  revision: bigint | null;
  refresh: Promise<void> | null;
}

/** The merged index of each twin that is being asked, kept in memory up to a bound. */
export interface TwinIndexes {
  /** What exactly is live in the twin now; refuses a twin the caller may not see. */
  current(ctx: Context, twinId: string): Promise<TwinKnowledge>;
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
      return entry;
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

function emptyEntry(): CachedIndex {
  return {
    index: createTwinIndex(),
    vectors: createTwinVectors(),
    stamps: new Map(),
    revision: null,
    refresh: null,
  };
}

/** Map order is the order of last use. */
function touch(cache: Map<string, CachedIndex>, twinId: string): CachedIndex {
  const entry = cache.get(twinId) ?? emptyEntry();
  cache.delete(twinId);
  cache.set(twinId, entry);
  return entry;
}

/** Only the difference is read: segments that came, were written anew, or went. */
async function refresh(ctx: Context, twinId: string, entry: CachedIndex): Promise<void> {
  const { revision, segments } = await ctx.transaction(async (tx) => ({
    revision: await findContentRevision(tx, twinId),
    segments: await listLiveSegments(tx, twinId),
  }));
  if (revision === undefined) throw notFound("twin");
  const live = new Map(segments.map(({ sourceVersionId, stamp }) => [sourceVersionId, stamp]));
  for (const [versionId, stamp] of entry.stamps) {
    if (live.get(versionId) === stamp) continue;
    entry.index.remove(versionId);
    entry.stamps.delete(versionId);
  }
  await addMissing(ctx, entry, live);
  entry.revision = revision;
}

async function addMissing(
  ctx: Context,
  { index, stamps }: CachedIndex,
  live: ReadonlyMap<string, string>,
): Promise<void> {
  const missing = [...live.keys()].filter((versionId) => !stamps.has(versionId));
  for (let first = 0; first < missing.length; first += SEGMENTS_PER_READ) {
    const batch = missing.slice(first, first + SEGMENTS_PER_READ);
    const segments = await ctx.transaction((tx) => listSegments(tx, batch));
    for (const { sourceVersionId, bytes } of segments) {
      index.add(sourceVersionId, bytes);
      stamps.set(sourceVersionId, live.get(sourceVersionId)!);
    }
  }
}

function evict(cache: Map<string, CachedIndex>, keep: string, maxBytes: number): void {
  let held = totalBytes(cache);
  for (const [twinId, entry] of cache) {
    if (held <= maxBytes) return;
    if (twinId === keep || entry.refresh) continue;
    cache.delete(twinId);
    held -= heldBy(entry);
  }
}

function totalBytes(cache: Map<string, CachedIndex>): number {
  let sum = 0;
  for (const entry of cache.values()) sum += heldBy(entry);
  return sum;
}

function heldBy({ index, vectors }: CachedIndex): number {
  return index.bytes + vectors.bytes;
}
