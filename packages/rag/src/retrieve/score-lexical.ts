import type { TwinIndex } from "../index/twin-index.ts";
import { synonymsOf } from "../text/synonyms.ts";
import { findPostings, type TermPostings } from "./find-postings.ts";
import type { QueryTerm } from "./parse-query.ts";
import {
  addTermScores,
  emptyScores,
  inverseDocumentFrequency,
  type ViewScores,
} from "./score-terms.ts";
import type { RetrievalSettings } from "./settings.ts";
import type { Visible } from "./view-blocks.ts";

/** What a synonym counts of the word that was asked. */
const SYNONYM_SHARE = 0.2;

/** BM25 of the query's own terms, and, for much less, of the words that stand for them. */
export function scoreLexical(
  index: TwinIndex,
  visible: Visible,
  terms: readonly QueryTerm[],
  settings: RetrievalSettings,
): ViewScores {
  const scores = emptyScores(visible);
  const asked = new Set(terms.map(({ term }) => term));
  const look = (term: string) => {
    const termId = index.vocabulary.find(term);
    return termId === undefined ? null : weighPostings(visible, termId);
  };
  for (const { term, weight } of terms) {
    const own = look(term);
    if (own) addTermScores(scores, visible, own.postings, weight * own.idf, settings);
    for (const synonym of synonymsOf(term)) {
      const other = asked.has(synonym) ? null : look(synonym);
      if (!other) continue;
      // A rare word for a common thing is asked no more than that thing is.
      const idf = Math.min(other.idf, own?.idf ?? other.idf);
      addTermScores(scores, visible, other.postings, SYNONYM_SHARE * weight * idf, settings);
    }
  }
  return scores;
}

function weighPostings(visible: Visible, termId: number): { postings: TermPostings; idf: number } {
  const postings = findPostings(visible.views, termId);
  return {
    postings,
    idf: inverseDocumentFrequency(visible.passageCount, postings.documentFrequency),
  };
}
