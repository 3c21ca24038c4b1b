import type { QueryTerm } from "../retrieve/parse-query.ts";
import { synonymsOf } from "../text/synonyms.ts";
import { hashGrams, type TermNumbers } from "./term-numbers.ts";

/** A query term (by position) that a term of a passage stands for, 1 when they are the same. */
export interface Alike {
  position: number;
  similarity: number;
}

/** What a passage's terms, by their numbers, have to do with a query. */
export interface AlikeTerms {
  /** The query terms that it is spelt like or stands for; null for a stranger to all. */
  find(term: number): readonly Alike[] | null;
  /** Character grams in common with the query, for a term that was looked for by `find`. */
  sharedGrams(term: number): number;
  /** Length of the query as a vector of its grams. */
  readonly gramNorm: number;
  /** Of the query term that it is; undefined when it is none. */
  positionOf(term: number): number | undefined;
}

/** Cosine of character 3-grams below which two terms are strangers. */
const LEAST_COSINE = 0.3;
const SYNONYM_SIMILARITY = 0.5;
const FILTER_MASK = 0xfff;

const STRANGER = 1;
const ALIKE = 2;

/** Compares each term with the query once, when it is first asked for. */
export function findAlike(query: readonly QueryTerm[], numbers: TermNumbers): AlikeTerms {
  const positions = new Map(query.map(({ term }, position) => [numbers.find(term), position]));
  const standIns = listStandIns(query, numbers);
  const grams = query.map(({ term, dense }) => (dense ? new Int32Array() : hashGrams(term)));
  const holders = gramHolders(grams);
  const judged = new Uint8Array(numbers.size);
  const shared = new Uint16Array(numbers.size);
  const alike = new Map<number, readonly Alike[]>();

  const counts = new Int32Array(query.length);
  const compare = (term: number): Alike[] => {
    const own = numbers.grams(term);
    const total = countShared(own, holders, counts);
    shared[term] = total;
    return total === 0 ? [] : listAlike(own.length, grams, counts);
  };
  const judge = (term: number) => {
    const position = positions.get(term);
    const near = compare(term).concat(standIns.get(term) ?? []);
    const others = near.filter((other) => other.position !== position);
    const found = position === undefined ? others : [{ position, similarity: 1 }, ...others];
    if (found.length > 0) alike.set(term, found);
    judged[term] = found.length > 0 ? ALIKE : STRANGER;
  };
  return {
    find(term) {
      if (!judged[term]) judge(term);
      return judged[term] === ALIKE ? alike.get(term)! : null;
    },
    sharedGrams: (term) => shared[term]!,
    gramNorm: Math.hypot(...Array.from(holders.byGram.values(), ({ length }) => length)),
    positionOf: (term) => positions.get(term),
  };
}

/** The terms of passages that are synonyms of terms of the query. */
function listStandIns(
  query: readonly QueryTerm[],
  numbers: TermNumbers,
): ReadonlyMap<number | undefined, Alike[]> {
  const all = query.flatMap(({ term }, position) =>
    Array.from(synonymsOf(term), (synonym) => ({ number: numbers.find(synonym), position })),
  );
  const known = all.filter(({ number }) => number !== undefined);
  const byNumber = Map.groupBy(known, ({ number }) => number);
  return new Map(
    Array.from(byNumber, ([number, own]) => [
      number,
      own.map(({ position }) => ({ position, similarity: SYNONYM_SIMILARITY })),
    ]),
  );
}

interface GramHolders {
  /** 1 where a gram of the query may stand: most grams of most terms stop here. */
  filter: Uint8Array;
  byGram: ReadonlyMap<number, readonly number[]>;
}

function gramHolders(grams: readonly Int32Array[]): GramHolders {
  const filter = new Uint8Array(FILTER_MASK + 1);
  const byGram = new Map<number, number[]>();
  for (const [position, own] of grams.entries()) {
    for (const gram of own) {
      filter[gram & FILTER_MASK] = 1;
      byGram.set(gram, [...(byGram.get(gram) ?? []), position]);
    }
  }
  return { filter, byGram };
}

/** Counts the grams that a term has in common with each query term, and gives their sum. */
function countShared(own: Int32Array, { filter, byGram }: GramHolders, counts: Int32Array): number {
  let total = 0;
  counts.fill(0);
  for (let i = 0; i < own.length; i++) {
    const gram = own[i]!;
    if (!filter[gram & FILTER_MASK]) continue;
    for (const position of byGram.get(gram) ?? []) {
      counts[position]!++;
      total++;
    }
  }
  return total;
}

function listAlike(gramCount: number, grams: readonly Int32Array[], counts: Int32Array): Alike[] {
  const alike: Alike[] = [];
  for (let position = 0; position < counts.length; position++) {
    const cosine = counts[position]! / Math.sqrt(gramCount * grams[position]!.length || 1);
    if (cosine >= LEAST_COSINE) alike.push({ position, similarity: cosine ** 2 });
  }
  return alike;
}
