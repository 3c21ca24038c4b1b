/** Sizes are in words; scripts without spaces count by characters (see `measureText`). */
export interface ChunkSettings {
  /** What a passage aims at. Answers were found as well at 300 words as at 500, and at 150 less. */
  targetWords: number;
  /** A passage is ended early, at a paragraph's end, only from here on. */
  leastWords: number;
  /** Never exceeded except by the first sentence of a passage. */
  mostWords: number;
  /** How much of a passage is repeated in the next, in whole sentences. */
  overlapWords: number;
  /** A section shorter than this is joined with its neighbours under the heading they share. */
  tinySectionWords: number;
  /** Never exceeded at all, by the estimate of `measureText`; embedding models take at least 2,048. */
  mostTokens: number;
}

export const chunkSettings: ChunkSettings = {
  targetWords: 300,
  leastWords: 200,
  mostWords: 400,
  overlapWords: 60,
  tinySectionWords: 100,
  mostTokens: 1_200,
};
