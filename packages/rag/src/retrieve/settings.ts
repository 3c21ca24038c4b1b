/** Every number that retrieval was tuned with; "mean" is nDCG@10 over the seven dev sets, unreranked. */
export interface RetrievalSettings {
  /** BM25: how soon repeats of a term stop counting. The usual values; other ones moved the mean by < .1. */
  k1: number;
  /** BM25: how much long passages are held back. */
  b: number;
  /** Occurrences in title and headings count so many times those in the text. 1 to 2: mean +.4, XQuAD none. */
  headingWeight: number;
  /** Of `FUNCTION_WORDS`; .2 and .5 give the same mean within .05, removing them hurts short questions. */
  functionWordWeight: number;
  /** Terms whose spelling weighs less than this share of the heaviest are passed over; costs no quality. */
  leastSpellingShare: number;
  characterK1: number;
  characterB: number;
  /** Of the character arm, both arms divided by their best; 0.5 and 1: mean within .2, XQuAD gains with it. */
  characterWeight: number;
  /** Of the dense arm, whose best stand out by up to 1: they are candidates, whatever the words say. */
  denseWeight: number;
  /** Candidates whose texts are loaded and reranked; 92 to 100 % of what is relevant is among 50. */
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
  denseWeight: 3,
  poolSize: 50,
  largestSourceShare: 0.5,
  nearDuplicateResemblance: 0.9,
};
