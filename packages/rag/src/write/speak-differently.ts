import { type ClaimWord, functionWordsOf } from "./read-claim.ts";

const FEWEST_FUNCTION_WORDS = 2;
const LATIN = /\p{sc=Latin}/u;

/** Whether two texts are in different languages, as far as their function words or scripts tell. */
export function speakDifferently(one: readonly ClaimWord[], other: readonly ClaimWord[]): boolean {
  if (writeDifferently(one, other)) return true;
  const oneSpeaks = functionWordsOf(one);
  const otherSpeaks = functionWordsOf(other);
  // The cells of a table are of no language.
  if (!other.some(({ word }) => otherSpeaks.has(word))) return false;
  const own = one.filter(({ word }) => oneSpeaks.has(word)).length;
  const foreign = one.filter(({ word }) => otherSpeaks.has(word)).length;
  return own >= FEWEST_FUNCTION_WORDS && foreign < own / 2;
}

/** Whether one is mostly in Latin letters and the other is not. */
export function writeDifferently(one: readonly ClaimWord[], other: readonly ClaimWord[]): boolean {
  return one.length > 0 && other.length > 0 && isLatin(one) !== isLatin(other);
}

function isLatin(words: readonly ClaimWord[]): boolean {
  return words.filter(({ word }) => LATIN.test(word)).length * 2 > words.length;
}
