import { listVectors } from "@understudy/db/queries/embeddings";
import type { DenseHit } from "@understudy/rag/retrieve/candidate";
import type { Context } from "../kernel/context.ts";

const VECTORS_PER_READ = 200;

/** The vectors of one source version, one after the other in one array. */
interface VersionVectors {
  ordinals: number[];
  values: Float32Array;
  dimensions: number;
}

/** The vectors of a twin by one model, in memory; exact search (cosine, as vectors have length 1). */
export interface TwinVectors {
  readonly bytes: number;
  /** Reads what these versions have and is not here yet, and forgets all others. */
  hold(ctx: Context, model: string, versionIds: readonly string[]): Promise<void>;
  search(vector: Float32Array, limit: number): DenseHit[];
}

export function createTwinVectors(): TwinVectors {
  let held = new Map<string, VersionVectors>();
  let heldModel = "";
  return {
    get bytes() {
      return [...held.values()].reduce((sum, { values }) => sum + values.byteLength, 0);
    },
    async hold(ctx, model, versionIds) {
      const before = model === heldModel ? held : new Map<string, VersionVectors>();
      const now = new Map<string, VersionVectors>();
      for (const versionId of versionIds) {
        now.set(versionId, before.get(versionId) ?? (await readVersion(ctx, model, versionId)));
      }
      held = now;
      heldModel = model;
    },
    search: (vector, limit) => searchExact(held, vector, limit),
  };
}

async function readVersion(
  ctx: Context,
  model: string,
  sourceVersionId: string,
): Promise<VersionVectors> {
  const ordinals: number[] = [];
  const vectors: Float32Array[] = [];
  let afterOrdinal = -1;
  for (;;) {
    const page = { sourceVersionId, model, afterOrdinal, limit: VECTORS_PER_READ };
    const rows = await ctx.transaction((tx) => listVectors(tx, page));
    for (const { ordinal, vector } of rows) {
      ordinals.push(ordinal);
      vectors.push(vector);
    }
    if (rows.length < VECTORS_PER_READ) return pack(ordinals, vectors);
    afterOrdinal = rows.at(-1)!.ordinal;
  }
}

function pack(ordinals: number[], vectors: readonly Float32Array[]): VersionVectors {
  const dimensions = vectors[0]?.length ?? 0;
  const values = new Float32Array(dimensions * vectors.length);
  for (const [i, vector] of vectors.entries()) values.set(vector, i * dimensions);
  return { ordinals, values, dimensions };
}

function searchExact(
  held: ReadonlyMap<string, VersionVectors>,
  vector: Float32Array,
  limit: number,
): DenseHit[] {
  const hits: DenseHit[] = [];
  let bar = Number.NEGATIVE_INFINITY;
  for (const [segmentId, { ordinals, values, dimensions }] of held) {
    if (dimensions !== vector.length) continue;
    for (let i = 0; i < ordinals.length; i++) {
      const similarity = dot(values, i * dimensions, vector);
      if (similarity <= bar) continue;
      hits.push({ segmentId, ordinal: ordinals[i]!, similarity });
      if (hits.length >= 4 * limit) bar = keepBest(hits, limit);
    }
  }
  keepBest(hits, limit);
  return hits;
}

function dot(values: Float32Array, offset: number, vector: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += values[offset + i]! * vector[i]!;
  return sum;
}

/** Cuts the list to its best; gives the similarity of the last one kept. */
function keepBest(hits: DenseHit[], limit: number): number {
  hits.sort((a, b) => b.similarity - a.similarity);
  hits.length = Math.min(hits.length, limit);
  return hits.at(-1)?.similarity ?? Number.NEGATIVE_INFINITY;
}
