import { detectFunctionWords } from "../answer/detect-function-words.ts";
import { splitQuestion } from "../answer/split-question.ts";
import { stemWord } from "../text/stem-word.ts";

export interface ClaimWord {
  /** Folded. */
  word: string;
  stem: string;
  dense: boolean;
}

const LINK = /https?:\/\/\S+/gi;
const LIST_MARKER = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+/u;
const CONTRACTED_NOT = /n['’]t\b/gi;

/** A sentence as it is claimed: without list markers, links and Markdown's signs, with `not` apart. */
export function plainClaim(text: string): string {
  return text
    .replace(LIST_MARKER, "")
    .replace(LINK, " ")
    .replace(CONTRACTED_NOT, " not")
    .replace(/\bcannot\b/gi, "can not")
    .replace(/[*_`#|]+/g, " ")
    .trim();
}

export function readWords(claim: string): ClaimWord[] {
  return splitQuestion(claim).map(({ text: word, dense }) => ({
    word,
    dense,
    stem: dense ? word : stemWord(word),
  }));
}

/** The words that carry what is claimed: no function words. */
export function contentWords(words: readonly ClaimWord[]): ClaimWord[] {
  const functional = detectFunctionWords(words.map(({ word }) => word));
  return words.filter(({ word }) => !functional.has(word));
}
