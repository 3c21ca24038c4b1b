import { foldText } from "./fold-text.ts";
import { FUNCTION_WORDS } from "./function-words.ts";
import { splitWords } from "./split-words.ts";

const SHORTEST = 3;
const LONGEST = 40;
const MOST = 12;

/** The words that carry a question, folded, each once and in their order; pairs of letters where nothing parts words. */
export function keyTerms(text: string): string[] {
  const terms = new Set<string>();
  for (const { text: word, dense } of splitWords(foldText(text))) {
    for (const term of dense ? pairsOf(word) : [word]) {
      if (isTelling(term, dense)) terms.add(term);
      if (terms.size === MOST) return [...terms];
    }
  }
  return [...terms];
}

function isTelling(term: string, dense: boolean): boolean {
  if (dense) return true;
  if (term.length < SHORTEST || term.length > LONGEST) return false;
  return !FUNCTION_WORDS.has(term) && !/^\d+$/.test(term);
}

function pairsOf(run: string): string[] {
  const letters = Array.from(run);
  if (letters.length < 2) return letters;
  return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
}
