import { capitalisesNouns } from "../../text/capitalises-nouns.ts";
import { type ClaimWord, contentWords, readWords } from "../read-claim.ts";
import { MONTHS } from "../read-dates.ts";
import { speakDifferently, writeDifferently } from "../speak-differently.ts";

const LEAST_SHARE_IN_EVIDENCE = 0.4;
const LEAST_SHARE_KNOWN = 0.5;
const SAME_STEM_SHARE = 0.7;
const SHORTEST_SHARED_STEM = 4;

/**
 * Whether a claim speaks of what its evidence speaks of: enough of its words are in the sentences it
 * quotes, most and every name in what is `known` (the passages and the question), every code in the
 * former or the question. In another language one shared word or number must do; in another script
 * only codes can be compared.
 */
export function wordsAgree(
  claim: string,
  { evidence, known, question }: { evidence: string; known: string; question: string },
): boolean {
  const words = readWords(claim);
  const claimed = contentWords(words);
  const evidenceWords = readWords(evidence);
  if (!codesAreKnown(claim, [...evidenceWords, ...readWords(question)])) return false;
  if (writeDifferently(words, evidenceWords)) return true;
  const names = namesIn(claim).filter((name) => !isAmong(name, evidenceWords));
  const shareAmong = (among: readonly ClaimWord[]) =>
    claimed.filter((word) => isAmong(word, among)).length / Math.max(1, claimed.length);
  const share = shareAmong(evidenceWords);
  // Reading all that is known takes longer than the rest together.
  const isClear = names.length === 0 && (share >= LEAST_SHARE_KNOWN || claimed.length === 0);
  if (isClear) return true;
  const taught = readWords(known);
  const knownWords = [...taught, ...readWords(question)];
  if (!names.every((name) => isAmong(name, knownWords))) return false;
  const isAskedName = names.some((name) => !isAmong(name, taught));
  if (isAskedName && namesIn(evidence).some((name) => !isAmong(name, words))) return false;
  if (speakDifferently(words, evidenceWords)) return share > 0 || /\p{N}/u.test(claim);
  return share >= LEAST_SHARE_IN_EVIDENCE && shareAmong(knownWords) >= LEAST_SHARE_KNOWN;
}

export function isAmong({ word, stem, dense }: ClaimWord, words: readonly ClaimWord[]): boolean {
  const month = MONTHS.get(word);
  return words.some((other) => {
    if (other.stem === stem || (month && MONTHS.get(other.word) === month)) return true;
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
const WORD = /[\p{L}\p{N}]{2,}/gu;

function namesIn(claim: string): ClaimWord[] {
  if (capitalisesNouns(claim)) return [];
  return Array.from(claim.matchAll(NAME), ([name]) => name).flatMap(readWords);
}

function codesAreKnown(claim: string, known: readonly ClaimWord[]): boolean {
  const words = new Set(known.map(({ word }) => word));
  const codes = Array.from(claim.matchAll(WORD), ([word]) => word).filter(
    (word) => /\p{L}/u.test(word) && /\p{N}/u.test(word),
  );
  return codes.flatMap(readWords).every(({ word }) => words.has(word));
}
