import type { TwinIndex } from "../index/twin-index.ts";
import { findPostings } from "../retrieve/find-postings.ts";
import { viewBlocks } from "../retrieve/view-blocks.ts";
import { extractTerms } from "../text/extract-terms.ts";
import { LANGUAGE_TERMS, OWN_TERMS } from "./language-terms.ts";

/** A language is told by so many of its function words, the most frequent ones. */
const WORDS_TOLD_BY = 6;
/** Of the passages, the share that has such a word on average. */
const LEAST_SHARE = 0.05;
const MOST_LANGUAGES = 3;

const known = new WeakMap<TwinIndex, { revision: number; languages: readonly string[] }>();

/** The languages of a twin's passages, the most frequent first, by the function words that only one language has. */
export function listLanguages(index: TwinIndex): readonly string[] {
  const remembered = known.get(index);
  if (remembered?.revision === index.revision) return remembered.languages;
  const languages = measure(index);
  known.set(index, { revision: index.revision, languages });
  return languages;
}

function measure(index: TwinIndex): string[] {
  const { views, passageCount } = viewBlocks(index);
  const shareOf = (term: string) => {
    const termId = index.vocabulary.find(term);
    return termId === undefined ? 0 : findPostings(views, termId).documentFrequency / passageCount;
  };
  if (passageCount === 0) return [];
  return OWN_TERMS.map(({ code, terms }) => ({ code, share: meanOfBest(terms.map(shareOf)) }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST_LANGUAGES)
    .map(({ code }) => code);
}

function meanOfBest(shares: readonly number[]): number {
  const best = shares.toSorted((a, b) => b - a).slice(0, WORDS_TOLD_BY);
  return best.reduce((sum, share) => sum + share, 0) / WORDS_TOLD_BY;
}

/** What a question is asked in; null where its words tell nothing, or two languages alike. */
export function languageOf(question: string): string | null {
  const terms = extractTerms(question);
  const [first, second] = LANGUAGE_TERMS.map(({ code, terms: words }) => ({
    code,
    count: terms.filter((term) => words.has(term)).length,
  })).sort((a, b) => b.count - a.count);
  return first && first.count > (second?.count ?? 0) ? first.code : null;
}

/** Those languages of the passages that a question is to be asked in as well. */
export function listForeign(index: TwinIndex, question: string): string[] {
  const languages = listLanguages(index);
  const own = languageOf(question);
  if (own !== null) return languages.filter((code) => code !== own);
  const isKnown = extractTerms(question).some((term) => index.vocabulary.find(term) !== undefined);
  return isKnown ? [] : [...languages];
}
