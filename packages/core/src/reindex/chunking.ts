import { type ChunkSettings, chunkSettings } from "@understudy/rag/chunk/settings";
import { z } from "zod";

const LEAST_TARGET_WORDS = 60;
/** More would not fit into what embedding models read. */
const MOST_TARGET_WORDS = 600;

/** How texts are cut: what a passage aims at, and how much of it the next one repeats, in words. */
export const Chunking = z
  .object({
    targetWords: z.int().min(LEAST_TARGET_WORDS).max(MOST_TARGET_WORDS),
    overlapWords: z.int().min(0),
  })
  .refine(({ targetWords, overlapWords }) => 2 * overlapWords <= targetWords, {
    message: "A passage repeats at most half of the one before.",
    path: ["overlapWords"],
  });
export type Chunking = z.infer<typeof Chunking>;

const { targetWords, overlapWords } = chunkSettings;
export const STANDARD_CHUNKING: Chunking = { targetWords, overlapWords };

/** Null is the product's own. */
export function isSameChunking(a: Chunking | null, b: Chunking | null): boolean {
  const [one, other] = [a ?? STANDARD_CHUNKING, b ?? STANDARD_CHUNKING];
  return one.targetWords === other.targetWords && one.overlapWords === other.overlapWords;
}

/** The bounds keep their proportion to the target. */
export function chunkSettingsOf(chunking: Chunking | null): Partial<ChunkSettings> {
  if (!chunking) return {};
  const scale = chunking.targetWords / targetWords;
  const scaled = (words: number) => Math.round(words * scale);
  return {
    ...chunking,
    leastWords: scaled(chunkSettings.leastWords),
    mostWords: scaled(chunkSettings.mostWords),
    tinySectionWords: scaled(chunkSettings.tinySectionWords),
  };
}
