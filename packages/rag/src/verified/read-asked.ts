import { findNames } from "../answer/find-names.ts";
import { splitQuestion } from "../answer/split-question.ts";
import { foldText } from "../text/fold-text.ts";
import { stemWord } from "../text/stem-word.ts";
import { readNumbers } from "../write/read-numbers.ts";
import { expandContractions } from "./expand-contractions.ts";
import { type QuestionKind, readQuestionKind } from "./question-kind.ts";

/** What tells questions of the same words apart. */
export interface Asked {
  /** With contractions written out. */
  expanded: string;
  /** Of a word behind "from", "to" and their like: which. */
  directions: ReadonlyMap<string, string>;
  names: ReadonlySet<string>;
  /** The words that carry what is asked as they are written, folded, in the order of the alphabet. */
  forms: string;
  /** What it counts, in order. */
  numbers: readonly string[];
  kind: QuestionKind;
  /** Whether it asks what must be or what may be; null where it asks neither, or both. */
  modality: "must" | "may" | null;
  /** It tells of something that has happened: "is cancelled", not "cancel". */
  reportsEvent: boolean;
  /** It tells that something does not work, rather than asking for something. */
  reportsTrouble: boolean;
}

const TROUBLE =
  /\b(?:not|no|never|nothing|without|non|fail\w*|wrong\w*|declin\w*|reject\w*|den(?:y|ied)|missing|problem\w*|issue\w*|trouble|error\w*|stuck|lost|stolen|broke\w*|damage\w*|incorrect\w*|unable|disappear\w*|unrecogni[sz]ed)\b/u;
const EVENT =
  /\b(?:is|are|was|were|has|have|had|been|got|did|i|we)\s+(?:\w+\s+){0,2}(?!(?:need|allowed|permitted|supposed|required|indeed)\b)\w{2,}ed\b|\bhas been\b/u;
/** A number that is part of a name. */
const COMPOUND = /\p{L}+-\d+/gu;

interface ReadWords {
  content: ReadonlySet<string>;
  /** Whether a word carries nothing of what is asked. */
  isLight(word: string): boolean;
}

export function readAsked(text: string, { content, isLight }: ReadWords): Asked {
  const expanded = expandContractions(text);
  const folded = foldText(expanded);
  const compounds = (expanded.match(COMPOUND) ?? []).flatMap(splitQuestion);
  const names = [...findNames(expanded)].filter((name) => content.has(name));
  const words = splitQuestion(expanded).map((word) => word.text);
  const forms = new Set(words.filter((word) => !isLight(word)));
  return {
    expanded,
    directions: readDirections(words),
    forms: [...forms].sort().join(" "),
    names: new Set([...names, ...compounds.map((word) => stemWord(word.text))]),
    numbers: readNumbers(expanded.replace(COMPOUND, " ")).map(({ value }) => value),
    kind: readQuestionKind(folded),
    modality: readModality(folded),
    reportsEvent: EVENT.test(folded),
    reportsTrouble: TROUBLE.test(folded),
  };
}

const DIRECTION_WORDS: ReadonlySet<string> = new Set(
  "from to into out in on off before after with without von nach vor aus".split(" "),
);
const ARTICLES: ReadonlySet<string> = new Set(
  "a an the my your our their his her this that der die das dem den".split(" "),
);

/** The word right behind each of them, or behind an article. */
function readDirections(words: readonly string[]): Map<string, string> {
  const spoken = words.filter((word) => !ARTICLES.has(word));
  const pairs = spoken.flatMap((word, at) => {
    const before = spoken[at - 1] ?? "";
    return DIRECTION_WORDS.has(before) ? [[stemWord(word), before] as const] : [];
  });
  return new Map(pairs);
}

const MUST =
  /\b(?:must|have to|has to|obliged|required|mandatory|compulsory|muss|musst|mussen|pflicht|obligatoire|dois|doit|obligatorio|debo|devo)\b|\b(?:do|does)\s+\w+\s+need\b/u;
const MAY =
  /\b(?:can|may|could|allowed|permitted|possible|optional|kann|darf|durfen|peux|peut|puis|puedo|puede|posso)\b/u;

function readModality(folded: string): Asked["modality"] {
  const [must, may] = [MUST.test(folded), MAY.test(folded)];
  if (must === may) return null;
  return must ? "must" : "may";
}
