import { polarityAgrees } from "../write/check/polarity-agrees.ts";
import { NEGATORS_AROUND, NEGATORS_BEFORE } from "../write/check/polarity-words.ts";
import { type Polarity, readPolarity } from "../write/check/read-polarity.ts";
import { readWords } from "../write/read-claim.ts";

/** From so much in common on, a negator more or less turns what is said. */
const SAME_WORDS = 0.75;

/** What a sentence begins with before it says what then holds. */
const CONDITION =
  /^(?:if|when|in case|wenn|falls|sofern|si|quand|lorsque|cuando|se|quando|als|wanneer)\s[^,]*,\s*/iu;

/** Whether of two claims about the same one denies what the other affirms. */
export function deny(claim: string, otherClaim: string, share: number): boolean {
  const one = claim.replace(CONDITION, "");
  const other = otherClaim.replace(CONDITION, "");
  const [ours, theirs] = [countNegators(one), countNegators(other)];
  const isOdd = ours % 2 !== theirs % 2;
  if (ours + theirs > 0 && !turn(one, other)) return false;
  if (isOdd && share >= SAME_WORDS) return true;
  // "Not allowed" and "none is allowed" deny alike, whatever their negators stand beside; "no model and
  // no key" denies two things, of which the other may affirm neither.
  const isAlike = ours > 0 && theirs > 0;
  if (!isOdd && ours + theirs > 0 && (isAlike || share < SAME_WORDS)) return false;
  return !supports(one, other) && !supports(other, one);
}

/** Whether one denies a word that the other affirms; what only the one speaks of, it may well deny. */
function turn(one: string, other: string): boolean {
  const spoken = [...readWords(one), ...readWords(other)];
  const [ours, theirs] = [readPolarity(one, spoken), readPolarity(other, spoken)];
  return reaches(ours, theirs) || reaches(theirs, ours);
}

function reaches({ heads }: Polarity, { affirmed, negated }: Polarity): boolean {
  return [...heads].some((head) => affirmed.has(head) && !negated.has(head));
}

function supports(claim: string, evidence: string): boolean {
  return polarityAgrees(claim, { clause: evidence, sentence: evidence });
}

function countNegators(claim: string): number {
  return readWords(claim).filter(
    ({ word }) => NEGATORS_BEFORE.has(word) || NEGATORS_AROUND.has(word),
  ).length;
}
