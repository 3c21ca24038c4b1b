/** Every number that retrieval was tuned with. */
export interface RetrievalSettings {
  /** BM25: how soon repeats of a term stop counting, and how much long passages are held back. */
  k1: number;
  b: number;
  /** Occurrences in title and headings count this many times as much as in the text. */
  headingWeight: number;
  functionWordWeight: number;
  /** Terms spelt less alike than this (cosine of character grams) are not taken as variants. */
  leastSimilarity: number;
  /** Power on the similarity: how fast a variant's weight falls. */
  similarityPower: number;
  variantsPerWord: number;
  characterK1: number;
  characterB: number;
  /** Weight of the character arm beside the lexical one, both divided by their best score. */
  characterWeight: number;
  denseWeight: number;
  /** Candidates whose texts are loaded and reranked. */
  poolSize: number;
  /** Share of the result one source may fill while others have something to say. */
  largestSourceShare: number;
  /** Jaccard resemblance of three-term shingles from which two passages count as one. */
  nearDuplicateResemblance: number;
}

export const RETRIEVAL_SETTINGS: RetrievalSettings = {
  k1: 1.2,
  b: 0.75,
  headingWeight: 1,
  functionWordWeight: 0.3,
  leastSimilarity: 0.5,
  similarityPower: 2,
  variantsPerWord: 16,
  characterK1: 1.2,
  characterB: 0.75,
  characterWeight: 0.5,
  denseWeight: 1,
  poolSize: 50,
  largestSourceShare: 0.5,
  nearDuplicateResemblance: 0.9,
};
