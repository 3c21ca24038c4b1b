import { foldText } from "../text/fold-text.ts";
import { FUNCTION_WORDS } from "./function-words.ts";

export interface FunctionWords {
  has(word: string): boolean;
  /** Spaces part syllables rather than words, so that single ones mean little. */
  isSyllabic: boolean;
}

const languages = Object.entries(FUNCTION_WORDS).map(([code, words]) => ({
  words: new Set(foldText(words).split(" ")),
  isSyllabic: code === "vi",
}));

/**
 * The function words of the language that most of a sample of folded, unstemmed words speak: German
 * "war" is no English war.
 */
export function detectFunctionWords(sample: readonly string[]): FunctionWords {
  const counts = languages.map(({ words }) => sample.filter((word) => words.has(word)).length);
  const { words, isSyllabic } = languages[counts.indexOf(Math.max(...counts))]!;
  return { has: (word) => words.has(word), isSyllabic };
}
