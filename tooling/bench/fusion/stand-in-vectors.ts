import { createRandom } from "../answer/random.ts";
import type { BenchQuery, BenchSet } from "../retrieval/read-bench-set.ts";

const DIMENSIONS = 96;
/** All texts of an embedding model point somewhat the same way: of strangers, a cosine of about .3. */
const SHARED_DIRECTION = 0.65;

export interface StandIn {
  documents: ReadonlyMap<string, Float64Array>;
  /** `strength` 0 knows nothing of what is relevant; the higher, the nearer the question to it. */
  embed(query: BenchQuery, strength: number): Float64Array;
}

/** Vectors of known quality: a document's are drawn by chance, a question's between its answers' and chance. */
export function createStandIn({ documents }: BenchSet): StandIn {
  const random = createRandom(3);
  const vectors = new Map(documents.map(({ id }) => [id, draw(random)]));
  return {
    documents: vectors,
    embed({ judgements }, strength) {
      const vector = draw(random);
      for (const id of judgements.keys()) {
        const share = strength / Math.sqrt(judgements.size);
        for (const [i, value] of (vectors.get(id) ?? []).entries()) vector[i]! += share * value;
      }
      return toUnit(vector);
    },
  };
}

export function cosine(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function draw(random: () => number): Float64Array {
  const vector = toUnit(Float64Array.from({ length: DIMENSIONS }, () => gauss(random)));
  vector[0]! += SHARED_DIRECTION;
  return toUnit(vector);
}

/** Box and Muller 1958. */
function gauss(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function toUnit(vector: Float64Array): Float64Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
