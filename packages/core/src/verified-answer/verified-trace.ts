/** The verified answer that was nearest to a question, and whether it is the answer. */
export interface VerifiedTrace {
  verifiedAnswerId: string;
  phrasing: string;
  /** How much of each is in the other, from 0 to 1. */
  score: number;
  /** Why it is not the answer; null where it is. */
  because: string | null;
  decidedBy: "words" | "model";
}
