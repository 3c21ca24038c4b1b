import { foldText } from "./fold-text.ts";
import { FUNCTION_WORDS } from "./function-words.ts";
import { splitWords } from "./split-words.ts";
import { stemWord } from "./stem-word.ts";

const LONGEST_GRAM = 3;
const LONGEST_TERM = 40;

export interface ExtractedTerm {
  term: string;
  /** A character gram of a script without spaces between words. */
  dense: boolean;
  /** The word it comes from is a function word. */
  functional: boolean;
}

/**
 * The index terms of a text, in order: stems of words, and character 1–3-grams where the script has
 * no spaces between words. (Nie et al. 2000: n-grams beside words for Chinese retrieval)
 */
export function extractTerms(text: string): string[] {
  return extractWordTerms(text).map(({ term }) => term);
}

/** The same with what is known of each term's word. */
export function extractWordTerms(text: string): ExtractedTerm[] {
  const terms: ExtractedTerm[] = [];
  for (const { text: word, dense } of splitWords(foldText(text))) {
    if (dense) for (const term of gramsOf(word)) terms.push({ term, dense, functional: false });
    else terms.push({ term: termOf(word), dense, functional: FUNCTION_WORDS.has(word) });
  }
  return terms;
}

/** The term of a folded word, cut by code points: half a surrogate pair is not a term. */
export function termOf(word: string): string {
  const term = stemWord(word);
  return term.length <= LONGEST_TERM ? term : Array.from(term).slice(0, LONGEST_TERM).join("");
}

/** The terms of a run of letters without spaces. */
export function gramsOf(run: string): string[] {
  const terms: string[] = [];
  const letters = Array.from(run);
  for (let start = 0; start < letters.length; start++) {
    let gram = "";
    for (let end = start; end < letters.length && end < start + LONGEST_GRAM; end++) {
      gram += letters[end];
      terms.push(gram);
    }
  }
  return terms;
}
