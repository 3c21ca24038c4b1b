import { detectFunctionWords } from "../answer/detect-function-words.ts";
import { type ClaimWord, contentWords, readWords } from "./read-claim.ts";

const LEAST_SHARE_IN_EVIDENCE = 0.3;
const LEAST_SHARE_KNOWN = 0.5;
const SAME_STEM_SHARE = 0.7;
const SHORTEST_SHARED_STEM = 4;

/**
 * Whether a claim speaks of what its evidence speaks of: enough of its words are there, or at least
 * in the question, and every name in the middle of it is known. Says nothing about another language.
 */
export function wordsAgree(
  claim: string,
  { evidence, known }: { evidence: string; known: string },
): boolean {
  const words = readWords(claim);
  const claimed = contentWords(words);
  const evidenceWords = readWords(evidence);
  const knownWords = [...evidenceWords, ...readWords(known)];
  if (!namesAreKnown(claim, knownWords)) return false;
  if (claimed.length === 0 || speakDifferently(words, evidenceWords)) return true;
  const share = (among: readonly ClaimWord[]) =>
    claimed.filter((word) => isAmong(word, among)).length / claimed.length;
  return share(evidenceWords) >= LEAST_SHARE_IN_EVIDENCE && share(knownWords) >= LEAST_SHARE_KNOWN;
}

function isAmong({ stem, dense }: ClaimWord, words: readonly ClaimWord[]): boolean {
  return words.some((other) => {
    if (other.stem === stem) return true;
    if (dense || other.dense) return dense && other.dense && sharesLetter(other.stem, stem);
    const shorter = Math.min(other.stem.length, stem.length);
    const shared = sharedPrefix(other.stem, stem);
    return shared >= SHORTEST_SHARED_STEM && shared >= shorter * SAME_STEM_SHARE;
  });
}

function sharesLetter(one: string, other: string): boolean {
  return Array.from(one).some((letter) => /\p{sc=Han}/u.test(letter) && other.includes(letter));
}

function sharedPrefix(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

const NAME = /(?<=[\p{Ll}\p{N},;] )\p{Lu}[\p{L}\p{M}]+/gu;
/** Languages that write every noun with a capital. */
const GERMAN = /(?<!\p{L})(?:der|das|und|ist|eine|mit|für|werden|nicht|wird|sich|auf)(?!\p{L})/iu;
const IDENTIFIER = /(?=[\p{L}\p{N}]*\p{L})(?=[\p{L}\p{N}]*\p{N})[\p{L}\p{N}]{2,}/gu;

function namesAreKnown(claim: string, known: readonly ClaimWord[]): boolean {
  const names = GERMAN.test(claim) ? [] : Array.from(claim.matchAll(NAME), ([name]) => name);
  const identifiers = Array.from(claim.matchAll(IDENTIFIER), ([identifier]) => identifier);
  const knownWords = new Set(known.map(({ word }) => word));
  const isKnown = (word: ClaimWord) => knownWords.has(word.word) || isAmong(word, known);
  return (
    names.flatMap(readWords).every(isKnown) &&
    identifiers.flatMap(readWords).every(({ word }) => knownWords.has(word))
  );
}

const FEWEST_FUNCTION_WORDS = 2;

/** Whether two texts are in different languages, as far as their function words or scripts tell. */
export function speakDifferently(one: readonly ClaimWord[], other: readonly ClaimWord[]): boolean {
  if (isDense(one) !== isDense(other)) return true;
  const oneSpeaks = detectFunctionWords(one.map(({ word }) => word));
  const otherSpeaks = detectFunctionWords(other.map(({ word }) => word));
  const own = one.filter(({ word }) => oneSpeaks.has(word)).length;
  const foreign = one.filter(({ word }) => otherSpeaks.has(word)).length;
  return own >= FEWEST_FUNCTION_WORDS && foreign < own / 2;
}

function isDense(words: readonly ClaimWord[]): boolean {
  return words.filter(({ dense }) => dense).length * 2 > words.length;
}
