import { foldText } from "../text/fold-text.ts";

const MOST_REPEATS = 3;
const SAMPLE = 400;
const LOOP = /(.{3,60}?)\1{5,}/su;

/** Tells a model that repeats itself: whole sentences, or the same words within one. */
export function createLoopCheck(): {
  /** Whether these words were said before; a sentence is shown once. */
  isRepeated(sentence: string): boolean;
  isLooping(): boolean;
} {
  const seen = new Set<string>();
  let repeats = 0;
  let loops = false;
  return {
    isRepeated(sentence) {
      const key = foldText(sentence)
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim();
      loops ||= LOOP.test(key.slice(-SAMPLE));
      const isRepeated = key !== "" && seen.has(key);
      if (isRepeated) repeats += 1;
      seen.add(key);
      return isRepeated;
    },
    isLooping: () => loops || repeats >= MOST_REPEATS,
  };
}
