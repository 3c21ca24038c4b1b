import type { QueryTerm } from "../retrieve/parse-query.ts";
import { hashGrams, type TermNumbers } from "./term-numbers.ts";

/** A query term (by position) that a term of a passage stands for, 1 when they are the same. */
export interface Alike {
  position: number;
  similarity: number;
}

/** What a passage's terms, by their numbers, have to do with a query. */
export interface AlikeTerms {
  /** The query terms that it is spelt like; null for a stranger to all. */
  find(term: number): readonly Alike[] | null;
  /** Of the query term that it is; undefined when it is none. */
  positionOf(term: number): number | undefined;
}

/** Cosine of character 3-grams below which two terms are strangers. */
const LEAST_COSINE = 0.3;
const FILTER_MASK = 0xfff;

const STRANGER = 1;
const ALIKE = 2;

/** Compares each term with the query once, when it is first asked for. */
export function findAlike(query: readonly QueryTerm[], numbers: TermNumbers): AlikeTerms {
  const positions = new Map(query.map(({ term }, position) => [numbers.find(term), position]));
  const grams = query.map(({ term, dense }) => (dense ? new Int32Array() : hashGrams(term)));
  const holders = gramHolders(grams);
  const filter = new Uint8Array(FILTER_MASK + 1);
  for (const gram of holders.keys()) filter[gram & FILTER_MASK] = 1;
  const judged = new Uint8Array(numbers.size);
  const alike = new Map<number, readonly Alike[]>();

  const compare = (term: number): Alike[] => {
    const own = numbers.grams(term);
    if (!own.some((gram) => filter[gram & FILTER_MASK])) return [];
    return [...countShared(own, holders)].flatMap(([position, count]) => {
      const cosine = count / Math.sqrt(own.length * grams[position]!.length);
      return cosine >= LEAST_COSINE ? [{ position, similarity: cosine ** 2 }] : [];
    });
  };
  const judge = (term: number) => {
    const position = positions.get(term);
    const others = compare(term).filter((other) => other.position !== position);
    const found = position === undefined ? others : [{ position, similarity: 1 }, ...others];
    if (found.length > 0) alike.set(term, found);
    judged[term] = found.length > 0 ? ALIKE : STRANGER;
  };
  return {
    find(term) {
      if (!judged[term]) judge(term);
      return judged[term] === ALIKE ? alike.get(term)! : null;
    },
    positionOf: (term) => positions.get(term),
  };
}

function gramHolders(grams: readonly Int32Array[]): Map<number, number[]> {
  const holders = new Map<number, number[]>();
  for (const [position, own] of grams.entries()) {
    for (const gram of own) holders.set(gram, [...(holders.get(gram) ?? []), position]);
  }
  return holders;
}

/** How many grams a term has in common with each query term. */
function countShared(own: Int32Array, holders: ReadonlyMap<number, readonly number[]>) {
  const shared = new Map<number, number>();
  for (const gram of own) {
    for (const position of holders.get(gram) ?? []) {
      shared.set(position, (shared.get(position) ?? 0) + 1);
    }
  }
  return shared;
}
