import { parseQuery, type QueryTerm } from "../retrieve/parse-query.ts";
import { RETRIEVAL_SETTINGS } from "../retrieve/settings.ts";
import { extractTerms } from "../text/extract-terms.ts";
import { type AlikeTerms, findAlike } from "./find-alike.ts";
import { idfByNumber, type NumberIdf } from "./idf-by-number.ts";
import type { RerankContext } from "./rerank.ts";
import type { TermNumbers } from "./term-numbers.ts";

/** A query weighed against the candidates: what matters in it, and what in them stands for it. */
export interface WeighedQuestion {
  terms: readonly QueryTerm[];
  /** Positions in `terms` in the order asked, repeats included. */
  sequence: readonly number[];
  /** Of each distinct term: its weight in the query times its inverse document frequency. */
  weights: readonly number[];
  totalWeight: number;
  alike: AlikeTerms;
  idf: NumberIdf;
}

/** Asked of the terms of candidates that were read before, by their numbers. */
export function weighQuestion(
  query: string,
  numbers: TermNumbers,
  { termIdf }: RerankContext,
): WeighedQuestion {
  const terms = parseQuery(query, RETRIEVAL_SETTINGS);
  const weights = terms.map(({ term, weight }) => weight * termIdf(term));
  const positions = new Map(terms.map(({ term }, position) => [term, position]));
  return {
    terms,
    sequence: extractTerms(query).map((term) => positions.get(term)!),
    weights,
    totalWeight: weights.reduce((sum, weight) => sum + weight, 0) || 1,
    alike: findAlike(terms, numbers),
    idf: idfByNumber(numbers, termIdf),
  };
}
