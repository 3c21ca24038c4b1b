import { foldText } from "../text/fold-text.ts";
import { type AskedKind, findAskedKind, namesKind } from "./asked/asked-kind.ts";
import { hasQualifier } from "./asked/contradicts-qualifier.ts";
import { detectFunctionWords } from "./detect-function-words.ts";
import { findNames } from "./find-names.ts";
import { asksWay } from "./instruction.ts";
import { listUnits, type QuestionUnit } from "./question-units.ts";
import { splitQuestion } from "./split-question.ts";

export interface QuestionWord extends QuestionUnit {
  weight: number;
  /** A subject written with a capital. */
  isName: boolean;
  /** Says what kind of thing is asked for, and nothing of whose: "cost", "phone number". */
  isKind: boolean;
  /** Capped; a letter of Chinese or Korean counts as two. The longer, the less likely by chance. */
  letters: number;
}

export interface WeighedQuestion {
  text: string;
  /** Distinct, in the order of the question. */
  words: readonly QuestionWord[];
  totalWeight: number;
  /** Indices of neighbouring subject words. */
  pairs: readonly (readonly [number, number])[];
  /** Inverse document frequency of a term no passage has: grows with the size of the twin. */
  unseenWeight: number;
  askedKind: AskedKind | null;
  /** Limited to a season, a day, a number and the like. */
  isQualified: boolean;
  /** "How do I …?" */
  asksWay: boolean;
}

/** Index terms hold letters and digits only, so no passage ever has this one. */
const UNSEEN_TERM = "\u0000";
const FUNCTION_WORD_SHARE = 0.1;
/** Holds the weights of a twin of a few passages, where idf says nothing, near one another. */
const IDF_PRIOR = 1;
const MOST_WORDS = 64;
const MOST_LETTERS = 8;
const INDEXED_GRAM = 3;

/** What each word of a question is worth as evidence; `sample` is folded words of the sources. */
export function weighQuestion({
  question,
  termWeight,
  sample,
}: {
  question: string;
  termWeight: (term: string) => number;
  sample: readonly string[];
}): WeighedQuestion {
  const split = splitQuestion(question);
  const spoken = [...split.map(({ text }) => text), ...sample];
  const units = new Map(
    listUnits(split, detectFunctionWords(spoken)).map((unit) => [unit.text, unit]),
  );
  const names = findNames(question);
  const askedKind = findAskedKind(question);
  const weighed = [...units.values()].map((unit) => ({
    ...weighUnit(unit, termWeight),
    isName: unit.isSubject && names.has(unit.text),
    isKind: askedKind !== null && namesKind(unit.text, askedKind),
  }));
  const words = heaviest(weighed);
  const subjects = words.flatMap(({ isSubject }, index) => (isSubject ? [index] : []));
  return {
    text: question,
    words,
    totalWeight: words.reduce((sum, { weight }) => sum + weight, 0),
    pairs: subjects.slice(1).map((second, index) => [subjects[index]!, second] as const),
    unseenWeight: termWeight(UNSEEN_TERM),
    askedKind,
    isQualified: hasQualifier(question),
    asksWay: asksWay(foldText(question)),
  };
}

/** A pasted page is asked by its weightiest words, so that its length costs no time. */
function heaviest(words: readonly QuestionWord[]): readonly QuestionWord[] {
  if (words.length <= MOST_WORDS) return words;
  const kept = new Set([...words].sort((a, b) => b.weight - a.weight).slice(0, MOST_WORDS));
  return words.filter((word) => kept.has(word));
}

function weighUnit(
  unit: QuestionUnit,
  termWeight: (term: string) => number,
): Omit<QuestionWord, "isName" | "isKind"> {
  const terms = unit.form === "stem" ? [unit.text] : partTerms(unit);
  const rarity = terms.reduce((sum, term) => sum + termWeight(term), 0);
  const weight = IDF_PRIOR + Math.min(rarity, termWeight(UNSEEN_TERM));
  return {
    ...unit,
    weight: unit.isSubject ? weight : weight * FUNCTION_WORD_SHARE,
    letters: countLetters(unit.text),
  };
}

/** Taken as independent, the parts of a unit make it as rare as the sum of their idf. */
function partTerms({ text }: QuestionUnit): string[] {
  if (text.includes(" ")) return text.split(" ");
  const letters = Array.from(text);
  const grams: string[] = [];
  for (let at = 0; at < letters.length; at += INDEXED_GRAM) {
    grams.push(letters.slice(at, at + INDEXED_GRAM).join(""));
  }
  return grams;
}

function countLetters(text: string): number {
  const count = Array.from(text).length;
  const isWide = /[\p{sc=Han}\p{sc=Hangul}]/u.test(text);
  return Math.min(MOST_LETTERS, isWide ? 2 * count : count);
}
