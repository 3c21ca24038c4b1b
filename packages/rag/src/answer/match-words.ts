import { synonymsOf } from "../text/synonyms.ts";
import type { ReadText } from "./read-text.ts";
import { spellingSimilarity } from "./spelling-similarity.ts";
import type { QuestionWord } from "./weigh-question.ts";

/** How well each word of a question is found in a text, 0 to 1, in the question's order. */
export type WordMatches = readonly number[];

interface Likeness {
  index: number;
  similarity: number;
}

/** Remembers what it compared: the sentences of a passage share most of their words. */
export function createWordMatcher(words: readonly QuestionWord[]): (text: ReadText) => WordMatches {
  const known = new Map<string, readonly Likeness[]>();
  const compare = (stem: string) => {
    const alike = words.flatMap((word, index) => {
      const similarity = likenessOf(word, stem);
      return similarity > 0 ? [{ index, similarity }] : [];
    });
    known.set(stem, alike);
    return alike;
  };
  return (read) => {
    const best = words.map((word) => matchWithin(word, read));
    for (const stem of read.stems) {
      for (const { index, similarity } of known.get(stem) ?? compare(stem)) {
        if (similarity > best[index]!) best[index] = similarity;
      }
    }
    return best;
  };
}

const SYNONYM = 0.5;

function likenessOf({ text, form }: QuestionWord, stem: string): number {
  if (form === "stem") {
    return Math.max(spellingSimilarity(text, stem), synonymsOf(text).has(stem) ? SYNONYM : 0);
  }
  return form === "dense" && text === stem ? 1 : 0;
}

/** Of what is not a word of the text by itself. */
function matchWithin({ text, form }: QuestionWord, { folded, stems }: ReadText): number {
  if (form === "stem") return 0;
  if (form === "dense") return matchRun(text, folded);
  return (text.includes(" ") ? ` ${stems.join(" ")} ` : folded).includes(text) ? 1 : 0;
}

const LEAST_SHARE = 0.6;
const LETTERS_ARE_WORDS = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー々]{2,}$/u;

/** Whole, or by the share of its letter pairs, for the dictionary cuts a compound now so, now so. */
function matchRun(word: string, folded: string): number {
  if (!LETTERS_ARE_WORDS.test(word)) return 0;
  if (folded.includes(word)) return 1;
  const letters = Array.from(word);
  if (letters.length < 3) return 0;
  const pairs = letters.slice(1).map((letter, at) => letters[at]! + letter);
  const share = pairs.filter((pair) => folded.includes(pair)).length / pairs.length;
  return share >= LEAST_SHARE ? share * share : 0;
}
