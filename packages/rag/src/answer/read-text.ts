import { foldText } from "../text/fold-text.ts";
import { stemWord } from "../text/stem-word.ts";
import { splitQuestion } from "./split-question.ts";

export interface ReadText {
  folded: string;
  /** Stems in order; a run of a script without spaces stands as one. */
  stems: readonly string[];
  /** Words, where a script without spaces counts two letters as one. */
  length: number;
}

const LETTERS_A_WORD = 2;

export function readText(text: string): ReadText {
  const folded = foldText(text);
  const words = splitQuestion(folded);
  let length = 0;
  for (const { text: word, dense } of words) length += dense ? word.length / LETTERS_A_WORD : 1;
  return {
    folded,
    stems: words.map(({ text: word, dense }) => (dense ? word : stemWord(word))),
    length,
  };
}
