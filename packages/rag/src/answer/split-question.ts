import { foldText } from "../text/fold-text.ts";
import { splitWords, type Word } from "../text/split-words.ts";

const dictionary = new Intl.Segmenter("und", { granularity: "word" });

/**
 * The folded words of a question; scripts without spaces are cut by the dictionary of ICU, which is
 * too slow for documents and right for questions.
 */
export function splitQuestion(question: string): Word[] {
  return splitWords(foldText(question)).flatMap((word) => (word.dense ? cutRun(word) : [word]));
}

function cutRun({ text }: Word): Word[] {
  return Array.from(dictionary.segment(text), ({ segment }) => ({ text: segment, dense: true }));
}
