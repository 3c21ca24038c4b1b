/** Every number that retrieval was tuned with. */
export interface RetrievalSettings {
  /** BM25: how soon repeats of a term stop counting, and how much long passages are held back. */
  k1: number;
  b: number;
  /** Occurrences in title and headings count this many times as much as in the text. */
  headingWeight: number;
  functionWordWeight: number;
  /** Terms whose spelling weighs less than this share of the best one's are passed over. */
  leastSpellingShare: number;
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
  headingWeight: 2,
  functionWordWeight: 0.3,
  leastSpellingShare: 0.1,
  characterK1: 1.2,
  characterB: 0.75,
  characterWeight: 0.8,
  denseWeight: 1,
  poolSize: 50,
  largestSourceShare: 0.5,
  nearDuplicateResemblance: 0.9,
};
