import type { TwinIndex } from "../index/twin-index.ts";
import { findPostings } from "./find-postings.ts";
import { inverseDocumentFrequency } from "./score-terms.ts";
import { viewBlocks } from "./view-blocks.ts";

/** The inverse document frequency of terms over what a query may see. */
export function measureIdf(
  index: TwinIndex,
  allowed?: ReadonlySet<string>,
): (term: string) => number {
  const { views, passageCount } = viewBlocks(index, allowed);
  const known = new Map<string, number>();
  return (term) => {
    const remembered = known.get(term);
    if (remembered !== undefined) return remembered;
    const termId = index.vocabulary.find(term);
    const frequency = termId === undefined ? 0 : findPostings(views, termId).documentFrequency;
    const idf = inverseDocumentFrequency(passageCount, frequency);
    known.set(term, idf);
    return idf;
  };
}
