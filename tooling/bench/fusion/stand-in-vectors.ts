import { createRandom } from "../answer/random.ts";
import type { BenchSet } from "../retrieval/read-bench-set.ts";
import { type DenseArm, draw, mix } from "./dense-arm.ts";

const STRENGTHS = [0, 0.2, 0.35, 0.5, 1];

/**
 * Arms of known quality: a document's vector is drawn by chance, a question's between chance and its
 * answers'. Strength 0 knows nothing of what is relevant.
 */
export function standIns({ documents }: BenchSet): DenseArm[] {
  const random = createRandom(3);
  const vectors = new Map(documents.map(({ id }) => [id, draw(random)]));
  return STRENGTHS.map((strength) => ({
    name: `chance + ${strength}`,
    documents: vectors,
    embed: ({ judgements }) => mix(draw(random), vectors, judgements, strength),
  }));
}
