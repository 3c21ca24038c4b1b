import { extractTerms } from "../text/extract-terms.ts";

const TERMS_PER_SHINGLE = 3;

/** The distinct runs of three terms of a text; of a shorter text the whole. (Broder 1997) */
export function shingle(text: string): Set<string> {
  const terms = extractTerms(text);
  const shingles = new Set<string>();
  for (let start = 0; start <= Math.max(0, terms.length - TERMS_PER_SHINGLE); start++) {
    shingles.add(terms.slice(start, start + TERMS_PER_SHINGLE).join(" "));
  }
  return shingles;
}

/** Jaccard resemblance, 0 to 1. */
export function resemblance(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const shingle of a) if (b.has(shingle)) shared++;
  return shared / (a.size + b.size - shared);
}
