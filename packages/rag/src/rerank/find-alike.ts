import type { QueryTerm } from "../retrieve/parse-query.ts";

/** A query term (by position) that a term of a passage stands for, 1 when they are the same. */
export interface Alike {
  position: number;
  similarity: number;
}

const GRAM_LENGTH = 3;
/** Cosine of character 3-grams below which two terms are strangers. */
const LEAST_COSINE = 0.3;

/** Which query terms each term of the passages is spelt like; strangers to all are left out. */
export function findAlike(
  query: readonly QueryTerm[],
  passageTerms: Iterable<string>,
): Map<string, Alike[]> {
  const positions = new Map(query.map(({ term }, position) => [term, position]));
  const holders = gramHolders(query);
  const sizes = query.map(({ term }) => grams(term).size);
  const alike = new Map<string, Alike[]>();
  for (const term of passageTerms) {
    const similar = holders.size > 0 ? compare(term, holders, sizes) : [];
    const position = positions.get(term);
    const others = similar.filter((other) => other.position !== position);
    const found = position === undefined ? others : [{ position, similarity: 1 }, ...others];
    if (found.length > 0) alike.set(term, found);
  }
  return alike;
}

function compare(term: string, holders: Map<string, number[]>, sizes: readonly number[]): Alike[] {
  const own = grams(term);
  const shared = new Map<number, number>();
  for (const gram of own) {
    for (const position of holders.get(gram) ?? []) {
      shared.set(position, (shared.get(position) ?? 0) + 1);
    }
  }
  const found: Alike[] = [];
  for (const [position, count] of shared) {
    const cosine = count / Math.sqrt(own.size * sizes[position]!);
    if (cosine >= LEAST_COSINE) found.push({ position, similarity: cosine ** 2 });
  }
  return found;
}

function gramHolders(query: readonly QueryTerm[]): Map<string, number[]> {
  const holders = new Map<string, number[]>();
  for (const [position, { term, dense }] of query.entries()) {
    if (dense) continue;
    for (const gram of grams(term)) holders.set(gram, [...(holders.get(gram) ?? []), position]);
  }
  return holders;
}

function grams(term: string): Set<string> {
  const edged = `^${term}$`;
  const found = new Set<string>();
  for (let start = 0; start + GRAM_LENGTH <= edged.length; start++) {
    found.add(edged.slice(start, start + GRAM_LENGTH));
  }
  return found;
}
