import { FUNCTION_WORDS } from "../answer/function-words.ts";
import { extractTerms } from "../text/extract-terms.ts";
import { foldText } from "../text/fold-text.ts";

/** The index terms of a language's function words; of a run of letters without spaces, the whole. */
const termsOf = (words: string): string[] =>
  foldText(words)
    .split(" ")
    .flatMap((word) => extractTerms(word).toSorted((a, b) => b.length - a.length)[0] ?? []);

const all = Object.entries(FUNCTION_WORDS).map(([code, words]) => ({
  code,
  terms: new Set(termsOf(words)),
}));

/** By language: the terms of its function words that no other language has. */
export const OWN_TERMS: readonly { code: string; terms: readonly string[] }[] = all.map(
  ({ code, terms }) => ({
    code,
    terms: [...terms].filter(
      (term) => !all.some((other) => other.code !== code && other.terms.has(term)),
    ),
  }),
);

/** By language: the terms of all its function words. */
export const LANGUAGE_TERMS: readonly { code: string; terms: ReadonlySet<string> }[] = all;
