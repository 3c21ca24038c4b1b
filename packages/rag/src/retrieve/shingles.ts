import { extractTerms } from "../text/extract-terms.ts";

const TERMS_PER_SHINGLE = 3;
const REMEMBERED_TEXTS = 4_000;
const known = new Map<string, Int32Array>();

/**
 * The distinct runs of three terms of a text, of a shorter text the whole: hashes of 32 bits, ascending.
 * (Broder 1997) The same text is read once.
 */
export function shingle(text: string): Int32Array {
  const remembered = known.get(text);
  if (remembered) return remembered;
  const hashes = extractTerms(text).map(hashTerm);
  const shingles = new Set<number>();
  for (let start = 0; start <= Math.max(0, hashes.length - TERMS_PER_SHINGLE); start++) {
    shingles.add(hashes.slice(start, start + TERMS_PER_SHINGLE).reduce(mix, 0));
  }
  const ascending = Int32Array.from(shingles).sort();
  if (known.size >= REMEMBERED_TEXTS) known.clear();
  known.set(text, ascending);
  return ascending;
}

/** Jaccard resemblance, 0 to 1. */
export function resemblance(a: Int32Array, b: Int32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = a[i]! - b[j]!;
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared / (a.length + b.length - shared);
}

function hashTerm(term: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < term.length; i++) hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193);
  return hash;
}

function mix(before: number, hash: number): number {
  const mixed = Math.imul(before ^ hash, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}
