import { type ClaimWord, readWords } from "../read-claim.ts";
import { speakDifferently } from "../speak-differently.ts";
import { DENIALS, OPPOSITES } from "./polarity-words.ts";
import { type Polarity, readPolarity } from "./read-polarity.ts";

/**
 * Whether a claim affirms and denies what its evidence does. `clause` is the quote with the rest of
 * its clause, `sentence` all of its sentence. Two negations of the same thing agree.
 */
export function polarityAgrees(
  claim: string,
  { clause, sentence }: { clause: string; sentence: string },
): boolean {
  const claimWords = readWords(claim);
  const clauseWords = readWords(clause);
  const spoken = [...claimWords, ...clauseWords];
  const ours = readPolarity(claim, spoken);
  const theirs = readPolarity(clause, spoken);
  if (speakDifferently(claimWords, clauseWords)) return ours.isNegated === theirs.isNegated;
  if (denies(readWords(sentence)) && !denies(claimWords) && !ours.isNegated) return false;
  if (holdOpposites(claimWords, clauseWords)) return false;
  if (ours.isNegated && !theirs.isNegated) return false;
  if (!ours.isNegated && theirs.isNegated) {
    const isDense = claimWords.some(({ dense }) => dense);
    return !isDense && areDisjoint(ours.affirmed, theirs.negated);
  }
  return !affirmsWhat(theirs, ours) && !affirmsWhat(ours, theirs);
}

/** Whether `one` affirms, and nowhere denies, what the other's negations stand beside. */
function affirmsWhat(one: Polarity, { heads }: Polarity): boolean {
  return [...heads].some((stem) => one.affirmed.has(stem) && !one.negated.has(stem));
}

function areDisjoint(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return ![...one].some((word) => other.has(word));
}

function denies(words: readonly ClaimWord[]): boolean {
  return words.some(({ word }) => DENIALS.has(word));
}

const OPPOSING_PREFIX = /^(?:un(?=\p{L}{4})|(?:non|dis|in|im|ir|il)(?=\p{L}{5}))/u;

function holdOpposites(claim: readonly ClaimWord[], evidence: readonly ClaimWord[]): boolean {
  const ours = new Set(claim.map(({ word }) => word));
  const theirs = new Set(evidence.map(({ word }) => word));
  const oppose = (one: string, other: string) =>
    ours.has(one) && theirs.has(other) && !ours.has(other) && !theirs.has(one);
  return (
    OPPOSITES.some(([one, other]) => oppose(one, other) || oppose(other, one)) ||
    [...ours].some((word) => oppose(word, word.replace(OPPOSING_PREFIX, ""))) ||
    [...theirs].some((word) => oppose(word.replace(OPPOSING_PREFIX, ""), word))
  );
}
