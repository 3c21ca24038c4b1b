import type { TwinIndex } from "../index/twin-index.ts";
import { findPostings } from "./find-postings.ts";
import { inverseDocumentFrequency } from "./score-terms.ts";
import { viewBlocks } from "./view-blocks.ts";

export type TermIdf = (term: string) => number;

const MOST_REMEMBERED = 100_000;
const whole = new WeakMap<TwinIndex, { revision: number; idf: TermIdf }>();

/**
 * The inverse document frequency of terms over what a query may see. The same function for all queries
 * that see the whole of an index, until that changes.
 */
export function measureIdf(index: TwinIndex, allowed?: ReadonlySet<string>): TermIdf {
  if (allowed) return measure(index, allowed);
  const known = whole.get(index);
  if (known?.revision === index.revision) return known.idf;
  const idf = measure(index);
  whole.set(index, { revision: index.revision, idf });
  return idf;
}

function measure(index: TwinIndex, allowed?: ReadonlySet<string>): TermIdf {
  const { views, passageCount } = viewBlocks(index, allowed);
  const known = new Map<string, number>();
  return (term) => {
    const remembered = known.get(term);
    if (remembered !== undefined) return remembered;
    const termId = index.vocabulary.find(term);
    const frequency = termId === undefined ? 0 : findPostings(views, termId).documentFrequency;
    const idf = inverseDocumentFrequency(passageCount, frequency);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(term, idf);
    return idf;
  };
}
