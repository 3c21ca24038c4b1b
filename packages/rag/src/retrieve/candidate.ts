/** Where a passage stands: its segment (source version) and its position there. */
export interface PassagePlace {
  segmentId: string;
  ordinal: number;
}

/** A passage found by the dense arm, with its cosine. */
export interface DenseHit extends PassagePlace {
  similarity: number;
}

/**
 * Scores have no unit. `lexical`: BM25. `characters`: the arm of terms spelt alike. `dense`: how far
 * its cosine stands out in the dense arm, null for what does not. `vector`: `dense` where that arm
 * ran, else `characters`. `fused`: weighted sum of the arms, those of words divided by their best.
 */
export interface ArmScores {
  lexical: number;
  characters: number;
  dense: number | null;
  vector: number | null;
  fused: number;
}

export interface Candidate extends PassagePlace {
  scores: ArmScores;
}
