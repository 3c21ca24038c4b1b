import type { Word } from "../text/split-words.ts";
import { stemWord } from "../text/stem-word.ts";
import type { FunctionWords } from "./detect-function-words.ts";

/**
 * What is looked for in the sources: a stem; a word of a script without spaces (`dense`); or two
 * syllables that only together mean something (`compound`, joined by a space where the script has
 * them).
 */
export interface QuestionUnit {
  text: string;
  form: "stem" | "dense" | "compound";
  isSubject: boolean;
}

/** Scripts whose dictionary words are mostly syllables of longer ones. */
const SYLLABLES = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** The units of a question in order, repetitions included. */
export function listUnits(words: readonly Word[], functionWords: FunctionWords): QuestionUnit[] {
  const isSyllable = ({ text, dense }: Word) =>
    !functionWords.has(text) && (dense ? SYLLABLES.test(text) : functionWords.isSyllabic);
  return words.flatMap((word, at) => {
    const next = words[at + 1];
    const previous = words[at - 1];
    if (!isSyllable(word)) return [single(word, !functionWords.has(word.text))];
    if (next && isSyllable(next) && next.dense === word.dense) return [compound(word, next)];
    const isTaken = previous && isSyllable(previous) && previous.dense === word.dense;
    return isTaken ? [] : [single(word, true)];
  });
}

function single({ text, dense }: Word, isSubject: boolean): QuestionUnit {
  return dense
    ? { text, form: "dense", isSubject }
    : { text: stemWord(text), form: "stem", isSubject };
}

function compound(first: Word, second: Word): QuestionUnit {
  const text = first.dense
    ? first.text + second.text
    : `${stemWord(first.text)} ${stemWord(second.text)}`;
  return { text, form: "compound", isSubject: true };
}
