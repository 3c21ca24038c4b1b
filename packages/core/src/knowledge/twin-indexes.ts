import type { Place } from "@understudy/db/queries/passages";
import type { Restrictions } from "@understudy/db/queries/restrictions";
import { createTwinIndex, type TwinIndex } from "@understudy/rag/index/twin-index";
import type { Lineage } from "../access-group/is-within.ts";
import type { VerifiedBank } from "../verified-answer/verified-bank.ts";
import { createTwinVectors, type TwinVectors } from "./twin-vectors.ts";

/** What a process holds of a twin's live content. */
export interface CachedTwin {
  index: TwinIndex;
  vectors: TwinVectors;
  /** What its passages' vectors are by; null: words alone. */
  embedding: Embedding | null;
  /** Of each segment in the index, the stamp it was read under. */
  stamps: Map<string, string>;
  /** The passages that come first wherever they match. */
  pinned: readonly Place[];
  /** Of each segment in the index, the source it is of, and the site or archive that came with. */
  lineages: ReadonlyMap<string, Lineage>;
  /** The sources that are not for everybody. */
  restrictions: Restrictions;
  /** Of the content that is held; null before the first read. */
  revision: bigint | null;
  refresh: Promise<void> | null;
  /** The ways to ask for its verified answers; null before the first read. */
  verified: CachedBank | null;
}

export interface Embedding {
  model: string;
  /** Null until there is a vector. */
  dimensions: number | null;
  /** What the vectors may say in this twin, of what they usually do. */
  share: number;
}

export interface CachedBank {
  revision: bigint;
  read: Promise<VerifiedBank>;
  /** Null until it is read. */
  bank: VerifiedBank | null;
}

/** The twins that are being asked, kept in memory up to a bound; the least recently used goes first. */
export interface TwinIndexes {
  entry(twinId: string): CachedTwin;
  /** The twin is gone: nothing of it stays in memory. */
  forget(twinId: string): void;
  /** Bytes held by all twins together. */
  readonly bytes: number;
}

export function createTwinIndexes({ maxBytes }: { maxBytes: number }): TwinIndexes {
  /** Map order is the order of last use. */
  const cache = new Map<string, CachedTwin>();
  return {
    entry(twinId) {
      const entry = cache.get(twinId) ?? emptyEntry();
      cache.delete(twinId);
      evict(cache, maxBytes);
      cache.set(twinId, entry);
      return entry;
    },
    forget: (twinId) => void cache.delete(twinId),
    get bytes() {
      return totalBytes(cache);
    },
  };
}

function emptyEntry(): CachedTwin {
  return {
    index: createTwinIndex(),
    vectors: createTwinVectors(),
    embedding: null,
    stamps: new Map(),
    pinned: [],
    lineages: new Map(),
    restrictions: new Map(),
    revision: null,
    refresh: null,
    verified: null,
  };
}

function evict(cache: Map<string, CachedTwin>, maxBytes: number): void {
  let held = totalBytes(cache);
  for (const [twinId, entry] of cache) {
    if (held <= maxBytes) return;
    if (entry.refresh) continue;
    cache.delete(twinId);
    held -= heldBy(entry);
  }
}

function totalBytes(cache: ReadonlyMap<string, CachedTwin>): number {
  let sum = 0;
  for (const entry of cache.values()) sum += heldBy(entry);
  return sum;
}

function heldBy({ index, vectors, verified }: CachedTwin): number {
  return index.bytes + vectors.bytes + (verified?.bank?.bytes ?? 0);
}
