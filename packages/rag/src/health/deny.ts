import { polarityAgrees } from "../write/polarity-agrees.ts";
import { NEGATORS_AROUND, NEGATORS_BEFORE } from "../write/polarity-words.ts";
import { readWords } from "../write/read-claim.ts";

/** From so much in common on, a negator more or less turns what is said. */
const SAME_WORDS = 0.75;

/** Whether of two claims about the same one denies what the other affirms. */
export function deny(one: string, other: string, share: number): boolean {
  const [ours, theirs] = [countNegators(one), countNegators(other)];
  const isOdd = ours % 2 !== theirs % 2;
  if (isOdd && share >= SAME_WORDS) return true;
  // "Not allowed" and "none is allowed" deny alike, whatever their negators stand beside.
  if (!isOdd && ours > 0 && theirs > 0) return false;
  return !supports(one, other) && !supports(other, one);
}

function supports(claim: string, evidence: string): boolean {
  return polarityAgrees(claim, { clause: evidence, sentence: evidence });
}

function countNegators(claim: string): number {
  return readWords(claim).filter(
    ({ word }) => NEGATORS_BEFORE.has(word) || NEGATORS_AROUND.has(word),
  ).length;
}
