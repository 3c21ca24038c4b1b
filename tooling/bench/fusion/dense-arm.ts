import type { Judgements } from "@understudy/rag/measure/judgement";
import type { BenchQuery } from "../retrieval/read-bench-set.ts";

/** A way to find by vectors of length 1. */
export interface DenseArm {
  name: string;
  documents: ReadonlyMap<string, Float64Array>;
  embed(query: BenchQuery): Float64Array;
}

const DIMENSIONS = 96;
/** All texts of an embedding model point somewhat the same way: of strangers, a cosine of about .3. */
const SHARED_DIRECTION = 0.65;

/** By chance. */
export function draw(random: () => number): Float64Array {
  const vector = toUnit(Float64Array.from({ length: DIMENSIONS }, () => gauss(random)));
  vector[0]! += SHARED_DIRECTION;
  return toUnit(vector);
}

/** A vector moved by so much towards those of what is relevant. */
export function mix(
  from: Float64Array,
  documents: ReadonlyMap<string, Float64Array>,
  judgements: Judgements,
  strength: number,
): Float64Array {
  const mixed = from.slice();
  const share = strength / Math.sqrt(judgements.size);
  for (const id of judgements.keys()) {
    for (const [i, value] of (documents.get(id) ?? []).entries()) mixed[i]! += share * value;
  }
  return toUnit(mixed);
}

export function cosine(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

export function toUnit(vector: Float64Array): Float64Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

/** Box and Muller 1958. */
function gauss(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
