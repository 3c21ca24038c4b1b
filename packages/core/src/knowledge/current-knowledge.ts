import { setImmediate } from "node:timers/promises";
import { findLiveGeneration, type GenerationRow } from "@understudy/db/queries/index-generations";
import { listPinnedPlaces } from "@understudy/db/queries/passage-effects";
import { listRestrictedSources } from "@understudy/db/queries/restrictions";
import { type LiveSegment, listLiveSegments, listSegments } from "@understudy/db/queries/segments";
import { findContentRevision } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import { sliceSegments } from "@understudy/rag/index/slice-segments";
import { USUAL_SHARE } from "@understudy/rag/rerank/dense-share";
import type { Lineage } from "../access-group/is-within.ts";
import type { Context } from "../kernel/context.ts";
import { notFound } from "../kernel/domain-error.ts";
import { readWeighing } from "../reindex/weigh/read-weighing.ts";
import type { CachedTwin, Embedding } from "./twin-indexes.ts";

const SEGMENTS_PER_READ = 100;

export interface KnowledgeRequest {
  twinId: string;
  /** Of its content, when the caller has just read it. */
  contentRevision?: bigint;
}

/** A twin's content has changed since it was read. */
export class OutOfDate extends Error {}

/**
 * What this process holds of a twin, to be searched before the database says, beside the passages,
 * whether it is current: a transaction less. Not where vectors are read for whoever asks.
 */
export function heldKnowledge(
  ctx: Context,
  { twinId, contentRevision }: KnowledgeRequest,
): Held | undefined {
  if (contentRevision !== undefined) return undefined;
  const { revision, refresh: isBehind, ...entry } = ctx.ports.indexes.entry(twinId);
  if (revision === null || isBehind || entry.embedding) return undefined;
  return { ...entry, expected: revision };
}

type Held = Omit<CachedTwin, "revision" | "refresh"> & { expected: bigint };

/** Refuses a twin the caller may not see. */
export async function requireRevision(
  tx: TenantTx,
  twinId: string,
  expected: bigint,
): Promise<void> {
  const revision = await findContentRevision(tx, twinId);
  if (revision === undefined) throw notFound("twin");
  if (revision !== expected) throw new OutOfDate("The content has changed.");
}

/** What exactly is live in the twin now, ready to be searched; refuses a twin the caller may not see. */
export async function currentKnowledge(
  ctx: Context,
  { twinId, contentRevision }: KnowledgeRequest,
): Promise<CachedTwin> {
  const revision =
    contentRevision ?? (await ctx.transaction((tx) => findContentRevision(tx, twinId)));
  if (revision === undefined) throw notFound("twin");
  const entry = ctx.ports.indexes.entry(twinId);
  while (entry.revision === null || entry.revision < revision) {
    entry.refresh ??= refresh(ctx, twinId, entry).finally(() => {
      entry.refresh = null;
    });
    await entry.refresh;
  }
  return entry;
}

/** Only the difference is read: segments that came, were written anew, or went. */
async function refresh(ctx: Context, twinId: string, entry: CachedTwin): Promise<void> {
  const { revision, segments, ...read } = await ctx.transaction(async (tx) => ({
    revision: await findContentRevision(tx, twinId),
    segments: await listLiveSegments(tx, twinId),
    restrictions: await listRestrictedSources(tx, twinId),
    pinned: await listPinnedPlaces(tx, twinId),
    generation: await findLiveGeneration(tx, twinId),
  }));
  if (revision === undefined) throw notFound("twin");
  const live = new Map(segments.map(({ sourceVersionId, stamp }) => [sourceVersionId, stamp]));
  for (const [versionId, stamp] of entry.stamps) {
    if (live.get(versionId) === stamp) continue;
    entry.index.remove(versionId);
    entry.vectors.forget(versionId);
    entry.stamps.delete(versionId);
  }
  await addMissing(ctx, entry, live);
  entry.pinned = read.pinned;
  entry.lineages = new Map(segments.map(lineageOf));
  entry.restrictions = read.restrictions;
  entry.embedding = embeddingOf(read.generation);
  entry.revision = revision;
}

function lineageOf({ sourceVersionId, sourceId, parentId }: LiveSegment): [string, Lineage] {
  return [sourceVersionId, parentId === null ? [sourceId] : [sourceId, parentId]];
}

export function embeddingOf(generation: GenerationRow | undefined): Embedding | null {
  if (!generation?.model) return null;
  const { model, dimensions, weighing } = generation;
  return { model, dimensions, share: readWeighing(weighing)?.share ?? USUAL_SHARE };
}

export async function addMissing(
  ctx: Context,
  { index, stamps }: Pick<CachedTwin, "index" | "stamps">,
  live: ReadonlyMap<string, string>,
): Promise<void> {
  const missing = [...live.keys()].filter((versionId) => !stamps.has(versionId));
  for (let first = 0; first < missing.length; first += SEGMENTS_PER_READ) {
    const batch = missing.slice(first, first + SEGMENTS_PER_READ);
    const segments = await ctx.transaction((tx) => listSegments(tx, batch));
    const named = segments.map(({ sourceVersionId, bytes }) => ({ id: sourceVersionId, bytes }));
    for (const slice of sliceSegments(named)) {
      index.addAll(slice);
      for (const { id } of slice) stamps.set(id, live.get(id)!);
      await setImmediate();
    }
  }
}
