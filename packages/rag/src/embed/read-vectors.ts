import { ModelFailure } from "../chat/model-failure.ts";

/**
 * The vectors of a reply, in the order of the texts and of length 1. A server may answer 200 with
 * something else: anything but one finite vector per text, all of one size, is a ModelFailure.
 */
export function readVectors(reply: unknown, expected: number): Float32Array[] {
  const { data } = Object(reply) as { data?: unknown };
  if (!Array.isArray(data) || data.length !== expected) throw misfit();
  const vectors: Float32Array[] = [];
  for (const [position, item] of data.entries()) {
    const { index = position, embedding } = Object(item) as Record<string, unknown>;
    const isFree = Number.isInteger(index) && vectors[index as number] === undefined;
    if (!isFree || (index as number) < 0 || (index as number) >= expected) throw misfit();
    vectors[index as number] = normalize(embedding);
  }
  const dimensions = vectors[0]?.length ?? 0;
  if (vectors.some((vector) => vector.length !== dimensions)) throw misfit();
  return vectors;
}

function normalize(embedding: unknown): Float32Array {
  if (!Array.isArray(embedding) || embedding.length === 0) throw misfit();
  if (!embedding.every((value) => Number.isFinite(value))) throw misfit();
  const length = Math.hypot(...embedding);
  if (length === 0) throw misfit();
  return Float32Array.from(embedding as number[], (value) => value / length);
}

function misfit(): ModelFailure {
  return new ModelFailure("model.malformed", "The embedding model gave no vector for each text.");
}
