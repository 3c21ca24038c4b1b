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
  for (const word of splitWords(foldText(text))) {
    if (word.dense) appendGrams(terms, word.text);
    else {
      const term = cutTerm(stemWord(word.text));
      terms.push({ term, dense: false, functional: FUNCTION_WORDS.has(word.text) });
    }
  }
  return terms;
}

/** By code points: half a surrogate pair is not a term. */
function cutTerm(term: string): string {
  return term.length <= LONGEST_TERM ? term : Array.from(term).slice(0, LONGEST_TERM).join("");
}

function appendGrams(terms: ExtractedTerm[], run: string): void {
  const letters = Array.from(run);
  for (let start = 0; start < letters.length; start++) {
    let gram = "";
    for (let end = start; end < letters.length && end < start + LONGEST_GRAM; end++) {
      gram += letters[end];
      terms.push({ term: gram, dense: true, functional: false });
    }
  }
}
