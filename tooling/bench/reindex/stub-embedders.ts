import type { Embedder } from "@understudy/rag/embed/embedder";
import type { Embedders } from "@understudy/rag/embed/open-embedders";
import { createRandom } from "../answer/random.ts";

/** Models that take no time: vectors at random, but the same for the same text. */
export function stubEmbedders(dimensions: number): Embedders {
  const open = (model: string): Embedder => ({
    model,
    maxBatchSize: 64,
    embed: async (texts) => texts.map((text) => makeVector(text, dimensions)),
  });
  return { open, tryOut: open, failureOf: () => null };
}

function makeVector(text: string, dimensions: number): Float32Array {
  let seed = 0;
  for (let at = 0; at < text.length; at += 17) seed = (31 * seed + text.charCodeAt(at)) | 0;
  const random = createRandom(seed);
  const values = Float32Array.from({ length: dimensions }, () => random() - 0.5);
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}
