import { type BankPhrasing, keysOf, type PhrasingBank } from "./phrasing-bank.ts";
import type { Phrasing } from "./read-phrasing.ts";

interface Proposing {
  /** The question's, of length 1. */
  vector: Float32Array | null;
  limit: number;
}

const LEAST_DENSE = 0.6;

/**
 * The phrasings that share most with a question, by the cosine of idf-weighted stems and character
 * grams, best first; then those that mean something like it, where there are vectors.
 */
export function proposePhrasings(
  bank: PhrasingBank,
  question: Phrasing,
  { vector, limit }: Proposing,
): BankPhrasing[] {
  const alike = best(scoreWords(bank, question), limit);
  const meant = vector ? best(scoreVectors(bank, vector), limit) : [];
  return [...new Set([...alike, ...meant])].map((at) => bank.phrasings[at]!);
}

/** In a large bank, keys of more phrasings than this share tell next to nothing apart, and cost most. */
const COMMON_SHARE = 0.1;
const LARGE_BANK = 1_000;

function scoreWords({ postings, idf, norms }: PhrasingBank, question: Phrasing): Float64Array {
  const scores = new Float64Array(norms.length);
  const most = norms.length > LARGE_BANK ? norms.length * COMMON_SHARE : norms.length;
  for (const key of keysOf(question)) {
    const holding = postings.get(key) ?? [];
    if (holding.length > most) continue;
    const weight = idf(key) ** 2;
    for (const at of holding) scores[at]! += weight;
  }
  return scores.map((score, at) => score / norms[at]!);
}

function scoreVectors({ phrasings }: PhrasingBank, question: Float32Array): Float64Array {
  return Float64Array.from(phrasings, (phrasing) => {
    const cosine = cosineWith(question, phrasing);
    return cosine >= LEAST_DENSE ? cosine : 0;
  });
}

/** Of vectors of length 1; 0 without one of the same model. */
export function cosineWith(question: Float32Array, { vector }: BankPhrasing): number {
  if (vector?.length !== question.length) return 0;
  return vector.reduce((sum, value, i) => sum + value * question[i]!, 0);
}

/** The places of the highest scores above 0, best first. */
function best(scores: Float64Array, limit: number): number[] {
  const places: number[] = [];
  let bar = 0;
  for (let at = 0; at < scores.length; at++) {
    if (scores[at]! <= bar) continue;
    places.push(at);
    if (places.length >= 8 * limit) bar = scores[keepBest(places, scores, limit)]!;
  }
  keepBest(places, scores, limit);
  return places;
}

/** Cuts the list to its best; gives the last one kept. */
function keepBest(places: number[], scores: Float64Array, limit: number): number {
  places.sort((one, other) => scores[other]! - scores[one]!);
  places.length = Math.min(places.length, limit);
  return places.at(-1)!;
}
