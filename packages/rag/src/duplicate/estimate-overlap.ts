import type { Sketch } from "./sketch-text.ts";

/** Fewer shared shingles than that happen by chance. */
const MIN_SHARED = 2;

/**
 * The share, 0 to 1, of the shorter text's shingles that stand in the other, told from samples of
 * both; 0 where the samples say too little.
 */
export function estimateOverlap(a: Sketch, b: Sketch): number {
  const upTo = Math.min(a.upTo, b.upTo);
  const sizes = [countUpTo(a.hashes, upTo), countUpTo(b.hashes, upTo)] as const;
  let shared = 0;
  for (let i = 0, j = 0; i < sizes[0] && j < sizes[1]; ) {
    const [left, right] = [a.hashes[i]!, b.hashes[j]!];
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared < MIN_SHARED ? 0 : shared / Math.min(...sizes);
}

function countUpTo(ascending: Int32Array, upTo: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! <= upTo) low = middle + 1;
    else high = middle;
  }
  return low;
}
