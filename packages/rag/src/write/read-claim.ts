import { detectFunctionWords, type FunctionWords } from "../answer/detect-function-words.ts";
import { splitQuestion } from "../answer/split-question.ts";
import { stemWord } from "../text/stem-word.ts";
import { rememberReads } from "./remember-reads.ts";

export interface ClaimWord {
  /** Folded. */
  word: string;
  stem: string;
  dense: boolean;
}

const LINK = /https?:\/\/\S+/gi;
const LIST_MARKER = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+/u;
/** Bounds and limits that are no denials. */
const NO_DENIALS: readonly [RegExp, string][] = [
  [/(?<!\p{L})(?:no|not|never) (?:more|later|longer) than(?!\p{L})/giu, "at most"],
  [/(?<!\p{L})(?:no|not|never) (?:fewer|less|earlier|sooner) than(?!\p{L})/giu, "at least"],
  [/(?<!\p{L})(?:nicht|nie) (?:mehr|länger|später) als(?!\p{L})/giu, "höchstens"],
  [/(?<!\p{L})(?:nicht|nie) (?:weniger|früher) als(?!\p{L})/giu, "mindestens"],
  [/(?<!\p{L})(?:pas|jamais) plus de(?!\p{L})/giu, "au plus"],
  [/(?<!\p{L})(?:no|nunca) más de(?!\p{L})/giu, "como máximo"],
  [
    /(?<!\p{L})n(?:e |['’])((?:(?!pas|plus|jamais|rien)\p{L}+['’ ]){1,4}?)qu(?:e |['’])/giu,
    "$1seulement ",
  ],
];
/** Answers the question, and is no part of what is claimed. */
const REPLY = /^\s*(?:yes|no|ja|nein|oui|non|sí|no|sì)\s*[,:;.!—–-]\s*(?=\S)/iu;
/** The figure of "10mg". */
const MEASURE = /(?<![\p{L}\d])\d+(?:[.,]\d+)?(?=(?:[mkcdµμ]?[glm]|[kmgt]b)(?![\p{L}\d]))/giu;
const CONTRACTED_NOT = /n['’]t\b/gi;

/** A sentence as it is claimed: without list markers, links and Markdown's signs, with `not` apart. */
export function plainClaim(text: string): string {
  const affirmed = NO_DENIALS.reduce((said, [denial, bound]) => said.replace(denial, bound), text);
  return affirmed
    .replace(LIST_MARKER, "")
    .replace(REPLY, "")
    .replace(MEASURE, "$& ")
    .replace(LINK, " ")
    .replace(CONTRACTED_NOT, " not")
    .replace(/\bcannot\b/gi, "can not")
    .replace(/[*_`#|]+/g, " ")
    .trim();
}

export const readWords = rememberReads((claim): readonly ClaimWord[] =>
  splitQuestion(claim).map(({ text: word, dense }) => ({
    word,
    dense,
    stem: dense ? word : stemWord(word),
  })),
);

const spoken = new WeakMap<readonly ClaimWord[], FunctionWords>();

/** The function words of the language that the words are of. */
export function functionWordsOf(words: readonly ClaimWord[]): FunctionWords {
  const known = spoken.get(words);
  const functional = known ?? detectFunctionWords(words.map(({ word }) => word));
  if (!known) spoken.set(words, functional);
  return functional;
}

/** The words that carry what is claimed: no function words. */
export function contentWords(words: readonly ClaimWord[]): ClaimWord[] {
  const functional = functionWordsOf(words);
  return words.filter(({ word }) => !functional.has(word));
}
