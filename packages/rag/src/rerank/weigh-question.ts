import { parseQuery, type QueryTerm } from "../retrieve/parse-query.ts";
import { RETRIEVAL_SETTINGS } from "../retrieve/settings.ts";
import { extractTerms } from "../text/extract-terms.ts";
import { type Alike, findAlike } from "./find-alike.ts";
import type { ReadCandidate } from "./read-candidate.ts";
import type { RerankContext } from "./rerank.ts";

/** A query weighed against the candidates: what matters in it, and what in them stands for it. */
export interface WeighedQuestion {
  terms: readonly QueryTerm[];
  /** All terms in the order asked, repeats included. */
  sequence: readonly string[];
  /** Of each distinct term: its weight in the query times its inverse document frequency. */
  weights: readonly number[];
  totalWeight: number;
  /** Query terms by the passage terms that are spelt like them. */
  alike: ReadonlyMap<string, readonly Alike[]>;
  idf: (term: string) => number;
}

export function weighQuestion(
  query: string,
  candidates: readonly ReadCandidate[],
  { termIdf }: RerankContext,
): WeighedQuestion {
  const terms = parseQuery(query, RETRIEVAL_SETTINGS);
  const weights = terms.map(({ term, weight }) => weight * termIdf(term));
  const distinct = new Set(
    candidates.flatMap(({ heading, sentences }) => [heading, ...sentences].flat()),
  );
  return {
    terms,
    sequence: extractTerms(query),
    weights,
    totalWeight: weights.reduce((sum, weight) => sum + weight, 0) || 1,
    alike: findAlike(terms, distinct),
    idf: termIdf,
  };
}
