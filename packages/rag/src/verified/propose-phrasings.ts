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

function scoreWords({ postings, idf, norms }: PhrasingBank, question: Phrasing) {
  const scores = new Map<number, number>();
  for (const key of keysOf(question)) {
    const weight = idf(key) ** 2;
    for (const at of postings.get(key) ?? []) scores.set(at, (scores.get(at) ?? 0) + weight);
  }
  for (const [at, score] of scores) scores.set(at, score / norms[at]!);
  return scores;
}

function scoreVectors({ phrasings }: PhrasingBank, question: Float32Array) {
  const scores = new Map<number, number>();
  for (const [at, phrasing] of phrasings.entries()) {
    const cosine = cosineWith(question, phrasing);
    if (cosine >= LEAST_DENSE) scores.set(at, cosine);
  }
  return scores;
}

/** Of vectors of length 1; 0 without one of the same model. */
export function cosineWith(question: Float32Array, { vector }: BankPhrasing): number {
  if (vector?.length !== question.length) return 0;
  return vector.reduce((sum, value, i) => sum + value * question[i]!, 0);
}

function best(scores: ReadonlyMap<number, number>, limit: number): number[] {
  return [...scores]
    .sort(([, one], [, other]) => other - one)
    .slice(0, limit)
    .map(([at]) => at);
}
