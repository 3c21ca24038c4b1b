import { foldText } from "../text/fold-text.ts";
import { FUNCTION_WORDS } from "./function-words.ts";

const languages = FUNCTION_WORDS.trim()
  .split("\n")
  .map((line) => new Set(foldText(line).split(" ")));

/**
 * Tells function words in the language that most of a sample of folded words speak, for German "war"
 * is no English war. Takes and compares folded, unstemmed words.
 */
export function detectFunctionWords(sample: readonly string[]): (word: string) => boolean {
  const counts = languages.map((words) => sample.filter((word) => words.has(word)).length);
  const words = languages[counts.indexOf(Math.max(...counts))]!;
  return (word) => words.has(word);
}
