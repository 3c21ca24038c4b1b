import { extractWordTerms } from "../text/extract-terms.ts";
import type { RetrievalSettings } from "./settings.ts";

/** A distinct term of a query; `weight` is its occurrences, less for function words. */
export interface QueryTerm {
  term: string;
  weight: number;
  /** A character gram of a script without spaces: it has no spelling variants. */
  dense: boolean;
}

export function parseQuery(query: string, settings: RetrievalSettings): QueryTerm[] {
  const terms = new Map<string, QueryTerm>();
  for (const { term, dense, functional } of extractWordTerms(query)) {
    const weight = functional ? settings.functionWordWeight : 1;
    const known = terms.get(term);
    if (known) known.weight += weight;
    else terms.set(term, { term, weight, dense });
  }
  return [...terms.values()];
}
