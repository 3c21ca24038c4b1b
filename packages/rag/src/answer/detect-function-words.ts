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

/** Of each function word the languages that have it, as indices of `languages`. */
const speakers = new Map<string, number[]>();
for (const [index, { words }] of languages.entries()) {
  for (const word of words) {
    const known = speakers.get(word);
    if (known) known.push(index);
    else speakers.set(word, [index]);
  }
}

/**
 * The function words of the language that most of a sample of folded, unstemmed words speak: German
 * "war" is no English war.
 */
export function detectFunctionWords(sample: readonly string[]): FunctionWords {
  const counts = languages.map(() => 0);
  for (const word of sample) {
    for (const index of speakers.get(word) ?? []) counts[index]! += 1;
  }
  const { words, isSyllabic } = languages[counts.indexOf(Math.max(...counts))]!;
  return { has: (word) => words.has(word), isSyllabic };
}
