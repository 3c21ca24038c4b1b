import { findNames } from "../answer/find-names.ts";
import { splitQuestion } from "../answer/split-question.ts";
import { foldText } from "../text/fold-text.ts";
import { FUNCTION_WORDS } from "../text/function-words.ts";
import { stemWord } from "../text/stem-word.ts";
import { readNumbers } from "../write/read-numbers.ts";
import { expandContractions } from "./expand-contractions.ts";
import { type QuestionKind, readQuestionKind } from "./question-kind.ts";

/** One way to ask, read once. */
export interface Phrasing {
  text: string;
  /** With contractions written out. */
  expanded: string;
  /** Of a word behind "from", "to" and their like: which. */
  directions: ReadonlyMap<string, string>;
  /** Stems of the words that carry what is asked, and of the others, in order. */
  content: ReadonlySet<string>;
  functional: ReadonlySet<string>;
  names: ReadonlySet<string>;
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
  /\b(?:is|are|was|were|has|have|had|been|got|did|i|we)\s+(?:\w+\s+){0,2}\w{2,}ed\b|\bhas been\b/u;
/** What people wrap a question in. */
const COURTESIES: ReadonlySet<string> = new Set(
  (
    "possible able allowed permitted kindly help wonder wondering like somebody someone anybody anyone " +
    "sir madam dear question ask hallo bonjour hola bitte merci"
  ).split(" "),
);
/** A number that is part of a name. */
const COMPOUND = /\p{L}+-\d+/gu;

export function readPhrasing(text: string): Phrasing {
  const expanded = expandContractions(text);
  const words = splitQuestion(expanded);
  const isLight = (word: string) => FUNCTION_WORDS.has(word) || COURTESIES.has(word);
  const stems = (wanted: boolean) =>
    new Set(
      words
        .filter((word) => isLight(word.text) === wanted)
        .map((word) => (word.dense ? word.text : stemWord(word.text))),
    );
  const content = stems(false);
  const compounds = expanded.match(COMPOUND) ?? [];
  return {
    text,
    expanded,
    content,
    functional: stems(true),
    directions: readDirections(words),
    names: new Set([
      ...[...findNames(expanded)].filter((name) => content.has(name)),
      ...compounds.flatMap((compound) =>
        splitQuestion(compound).map((word) => stemWord(word.text)),
      ),
    ]),
    numbers: readNumbers(expanded.replace(COMPOUND, " ")).map(({ value }) => value),
    kind: readQuestionKind(expanded),
    modality: readModality(foldText(expanded)),
    reportsEvent: EVENT.test(foldText(expanded)),
    reportsTrouble: TROUBLE.test(foldText(expanded)),
  };
}

const DIRECTION_WORDS: ReadonlySet<string> = new Set(
  "from to into out in on off before after with without von nach vor aus".split(" "),
);

/** The word right behind each of them, or behind an article. */
function readDirections(words: readonly { text: string }[]): Map<string, string> {
  const content = words.filter(({ text }) => !ARTICLES.has(text)).map(({ text }) => text);
  const pairs = content.flatMap((text, at) =>
    DIRECTION_WORDS.has(content[at - 1] ?? "") ? [[stemWord(text), content[at - 1]!] as const] : [],
  );
  return new Map(pairs);
}

const ARTICLES: ReadonlySet<string> = new Set(
  "a an the my your our their his her this that der die das dem den".split(" "),
);

const MUST =
  /\b(?:must|have to|has to|obliged|required|mandatory|compulsory|muss|musst|mussen|pflicht|obligatoire|dois|doit|obligatorio|debo|devo)\b|\b(?:do|does)\s+\w+\s+need\b/u;
const MAY =
  /\b(?:can|may|could|allowed|permitted|possible|optional|kann|darf|durfen|peux|peut|puis|puedo|puede|posso)\b/u;

function readModality(folded: string): Phrasing["modality"] {
  const [must, may] = [MUST.test(folded), MAY.test(folded)];
  if (must === may) return null;
  return must ? "must" : "may";
}
