import type { Statement } from "@understudy/rag/health/read-statements";

const SHINGLE_WORDS = 3;
const LEAST_OVERLAP = 0.25;

/**
 * What one would write first: two sentences that share a quarter of their three-word shingles, numbers
 * left out, and do not hold the same numbers and the same count of negations.
 */
export function mismatchByShingles(one: Statement, other: Statement): boolean {
  const [mine, theirs] = [readShingles(one.claim), readShingles(other.claim)];
  const shared = [...mine].filter((shingle) => theirs.has(shingle)).length;
  const overlap = shared / Math.max(1, Math.min(mine.size, theirs.size));
  if (overlap < LEAST_OVERLAP) return false;
  return valuesOf(one.claim) !== valuesOf(other.claim);
}

function readShingles(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Set(words.map((_, at) => words.slice(at, at + SHINGLE_WORDS).join(" ")));
}

function valuesOf(text: string): string {
  const numbers = (text.match(/\d[\d.,]*/g) ?? []).sort();
  const negations = text.match(/\b(?:not|no|never|without)\b|n't/gi) ?? [];
  return [...numbers, negations.length].join(" ");
}
