import type { TwinIndex } from "../index/twin-index.ts";
import type { QueryTerm } from "./parse-query.ts";
import { addTermScores, emptyScores, type ViewScores } from "./score-terms.ts";
import type { RetrievalSettings } from "./settings.ts";
import type { Visible } from "./view-blocks.ts";
import { weighSpellings } from "./weigh-spellings.ts";

/**
 * The character arm: BM25 over all terms that share character 4-grams with the query, each weighted
 * by the grams it shares. The signal of character n-gram retrieval (McNamee, Mayfield 2004, "Character
 * n-gram tokenization for European language text retrieval") from the word postings alone.
 */
export function scoreCharacters(
  index: TwinIndex,
  visible: Visible,
  terms: readonly QueryTerm[],
  settings: RetrievalSettings,
): ViewScores {
  const scores = emptyScores(visible);
  const spellings = weighSpellings(index, visible, terms, settings.leastSpellingShare);
  const saturation = {
    k1: settings.characterK1,
    b: settings.characterB,
    headingWeight: settings.headingWeight,
  };
  for (const { postings, weight } of spellings) {
    addTermScores(scores, visible, postings, weight, saturation);
  }
  return scores;
}
