import type { DenseHit } from "@understudy/rag/retrieve/candidate";

/** The vectors of one source version, one after the other in one array. */
export interface VersionVectors {
  ordinals: number[];
  values: Float32Array;
  dimensions: number;
}

/** The vectors of a twin by one model, in memory. */
export interface TwinVectors {
  readonly bytes: number;
  find(model: string, versionId: string): VersionVectors | undefined;
  /** Those of a version have changed. */
  forget(versionId: string): void;
  replace(model: string, versions: ReadonlyMap<string, VersionVectors>): void;
}

export function createTwinVectors(): TwinVectors {
  let held: ReadonlyMap<string, VersionVectors> = new Map();
  let heldModel = "";
  return {
    get bytes() {
      return [...held.values()].reduce((sum, { values }) => sum + values.byteLength, 0);
    },
    find: (model, versionId) => (model === heldModel ? held.get(versionId) : undefined),
    forget(versionId) {
      held = new Map([...held].filter(([id]) => id !== versionId));
    },
    replace(model, versions) {
      held = versions;
      heldModel = model;
    },
  };
}

/** The nearest by cosine (vectors have length 1), among those of the model that the query's is by. */
export function searchExact(
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
