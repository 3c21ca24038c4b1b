import { characterGrams } from "../index/character-grams.ts";
import type { TwinIndex } from "../index/twin-index.ts";
import { findPostings, type TermPostings } from "./find-postings.ts";
import type { QueryTerm } from "./parse-query.ts";
import { inverseDocumentFrequency } from "./score-terms.ts";
import type { Visible } from "./view-blocks.ts";

/** A term of the vocabulary that is spelt like words of the query. */
export interface Spelling {
  term: string;
  postings: TermPostings;
  /** Sum of the inverse document frequencies of the character grams it shares with the query. */
  weight: number;
}

/**
 * The visible terms that share a character gram with the query, the rest below `leastShare` of the
 * heaviest left out. Sorted, so that sums of floats do not depend on how the index came to be.
 */
export function weighSpellings(
  index: TwinIndex,
  visible: Visible,
  terms: readonly QueryTerm[],
  leastShare: number,
): Spelling[] {
  const spellings = new Map<number, Spelling>();
  for (const [termIds, weight] of eachGram(index, terms)) {
    const sharing: Spelling[] = [];
    for (const termId of termIds) {
      const spelling = spellingOf(termId, spellings, index, visible);
      if (spelling.postings.documentFrequency > 0) sharing.push(spelling);
    }
    const idf = gramIdf(visible.passageCount, sharing);
    for (const spelling of sharing) spelling.weight += weight * idf;
  }
  const found = [...spellings.values()];
  const heaviest = found.reduce((most, { weight }) => Math.max(most, weight), 0);
  return found
    .filter(({ weight }) => weight > 0 && weight >= heaviest * leastShare)
    .sort((a, b) => (a.term < b.term ? -1 : 1));
}

/** The terms that hold each distinct gram of the query, with the gram's weight in it. */
function* eachGram(
  index: TwinIndex,
  terms: readonly QueryTerm[],
): Generator<[termIds: Int32Array, weight: number]> {
  const grams = new Map<string, number>();
  for (const { term, weight, dense } of terms) {
    const termId = dense ? index.vocabulary.find(term) : undefined;
    if (termId !== undefined) yield [Int32Array.of(termId), weight];
    if (dense) continue;
    for (const gram of characterGrams(term)) grams.set(gram, (grams.get(gram) ?? 0) + weight);
  }
  for (const [gram, weight] of grams) yield [index.grams.find(gram), weight];
}

function spellingOf(
  termId: number,
  spellings: Map<number, Spelling>,
  index: TwinIndex,
  visible: Visible,
): Spelling {
  let spelling = spellings.get(termId);
  if (!spelling) {
    const postings = findPostings(visible.views, termId);
    spelling = { term: index.vocabulary.term(termId), postings, weight: 0 };
    spellings.set(termId, spelling);
  }
  return spelling;
}

/** Passages that hold two of the terms are counted twice: an upper bound, and no posting is read. */
function gramIdf(passageCount: number, sharing: readonly Spelling[]): number {
  let count = 0;
  for (const { postings } of sharing) count += postings.documentFrequency;
  return inverseDocumentFrequency(passageCount, Math.min(passageCount, count));
}
