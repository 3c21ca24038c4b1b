import type { TwinIndex } from "../index/twin-index.ts";
import { findPostings } from "./find-postings.ts";
import type { QueryTerm } from "./parse-query.ts";
import {
  addTermScores,
  emptyScores,
  inverseDocumentFrequency,
  type ViewScores,
} from "./score-terms.ts";
import type { RetrievalSettings } from "./settings.ts";
import type { Visible } from "./view-blocks.ts";

/** BM25 of the query's own terms. */
export function scoreLexical(
  index: TwinIndex,
  visible: Visible,
  terms: readonly QueryTerm[],
  settings: RetrievalSettings,
): ViewScores {
  const scores = emptyScores(visible);
  for (const { term, weight } of terms) {
    const termId = index.vocabulary.find(term);
    if (termId === undefined) continue;
    const postings = findPostings(visible.views, termId);
    const idf = inverseDocumentFrequency(visible.passageCount, postings.documentFrequency);
    addTermScores(scores, visible, postings, weight * idf, settings);
  }
  return scores;
}
