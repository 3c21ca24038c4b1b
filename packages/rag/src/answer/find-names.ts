import { stemWord } from "../text/stem-word.ts";
import { splitQuestion } from "./split-question.ts";

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * The stems of the words that a question writes with a capital though no sentence begins there: its
 * names, in most languages; none where everything is in capitals.
 */
export function findNames(question: string): Set<string> {
  if (!/\p{Ll}/u.test(question)) return new Set();
  const names = Array.from(question.matchAll(WORD)).filter(({ 0: word, index }) => {
    const isInside = /[\p{L}\p{N},;:][^\p{L}\p{N}.!?]*$/u.test(question.slice(0, index));
    return isInside && /^\p{Lu}/u.test(word);
  });
  return new Set(names.flatMap(([word]) => splitQuestion(word).map(({ text }) => stemWord(text))));
}
