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
    const isFunctional = functionWords.has(word.text) || asksForMeasure(previous, word);
    if (!isSyllable(word)) return [single(word, !isFunctional)];
    if (next && isSyllable(next) && next.dense === word.dense) return [compound(word, next)];
    const isTaken = previous && isSyllable(previous) && previous.dense === word.dense;
    return isTaken ? [] : [single(word, true)];
  });
}

const HOW = new Set(["how", "wie", "hoe", "hur", "hvor"]);
/** Folded, in the languages of `HOW`. */
const MEASURES = new Set(
  "long often far old big large tall high deep wide fast quickly soon late heavy lange lang oft weit alt gross hoch tief breit schnell bald schwer vaak ver oud groot hoog diep ofta langt gammal stor hog ofte gammel".split(
    " ",
  ),
);

/** "How long", "wie oft": a figure is asked for, and the word itself rarely stands beside it. */
function asksForMeasure(before: Word | undefined, { text }: Word): boolean {
  return before !== undefined && HOW.has(before.text) && MEASURES.has(text);
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
