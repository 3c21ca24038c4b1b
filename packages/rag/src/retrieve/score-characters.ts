import type { TwinIndex } from "../index/twin-index.ts";
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

interface Variant {
  postings: TermPostings;
  similarity: number;
  idf: number;
}

/**
 * The character arm: each word of the query stands for all terms of the vocabulary that are spelt
 * like it. The same signal as hashed character n-gram vectors of the passages, kept at the size of
 * the vocabulary instead of the text.
 */
export function scoreCharacters(
  index: TwinIndex,
  visible: Visible,
  terms: readonly QueryTerm[],
  settings: RetrievalSettings,
): ViewScores {
  const scores = emptyScores(visible);
  const saturation = {
    k1: settings.characterK1,
    b: settings.characterB,
    headingWeight: settings.headingWeight,
  };
  for (const term of terms) {
    for (const { postings, similarity, idf } of findVariants(index, visible, term, settings)) {
      const weight = term.weight * idf * similarity ** settings.similarityPower;
      addTermScores(scores, visible, postings, weight, saturation);
    }
  }
  return scores;
}

/** The visible variants that are spelt most alike; ties go to the rarer one. */
function findVariants(
  index: TwinIndex,
  visible: Visible,
  { term, dense }: QueryTerm,
  settings: RetrievalSettings,
): Variant[] {
  const alike = dense
    ? sameTerm(index, term)
    : index.similarTerms.find(term, settings.leastSimilarity);
  const variants: Variant[] = [];
  for (const { termId, similarity } of alike) {
    const postings = findPostings(visible.views, termId);
    if (postings.documentFrequency === 0) continue;
    const idf = inverseDocumentFrequency(visible.passageCount, postings.documentFrequency);
    variants.push({ postings, similarity, idf });
  }
  variants.sort((a, b) => b.similarity - a.similarity || b.idf - a.idf);
  return variants.slice(0, settings.variantsPerWord);
}

function sameTerm(index: TwinIndex, term: string) {
  const termId = index.vocabulary.find(term);
  return termId === undefined ? [] : [{ termId, similarity: 1 }];
}
