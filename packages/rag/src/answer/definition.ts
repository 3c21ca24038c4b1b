import { foldText } from "../text/fold-text.ts";
import { stemWord } from "../text/stem-word.ts";
import type { ReadText } from "./read-text.ts";
import type { QuestionWord, WeighedQuestion } from "./weigh-question.ts";

const MOST_WORDS = 4;
const MOST_WORDS_BEFORE = 2;
const MOST_LETTERS_BEFORE = 2;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const BRACKETS = /^\s*[(（][^)）]{0,80}[)）]/u;
const DEFINES = new RegExp(
  `^\\s*(?:[:：]|[–—-]\\s|(?:${foldText(
    "is|are|was|were|means|refers to|denotes|describes|ist|sind|war|waren|bedeutet|bezeichnet|heißt|est|sont|était|désigne|signifie|es|fue|significa|è|sono|é|são|foi|zijn|betekent|är|er|ovat|jest|są|oznacza|jsou|este|sunt|это|означает|называется|είναι|là|adalah|ialah|yra",
  )})(?![\\p{L}\\p{M}]))`,
  "u",
);
const DEFINES_DENSE = /^\s*(?:[:：]|就?是|指|とは|は|이?란|[은는]|คือ|เป็น|หมายถึง|[–—-]\s)/u;

/** The words of the one thing that is asked about ("What is a twin?"), or null when more is asked. */
export function findAskedTerm({ words }: WeighedQuestion): readonly QuestionWord[] | null {
  const first = words.findIndex(({ isSubject }) => isSubject);
  const last = words.findLastIndex(({ isSubject }) => isSubject);
  const term = words.slice(first, last + 1);
  if (first < 0 || term.length > MOST_WORDS) return null;
  if (!term.every(({ isSubject }) => isSubject)) return null;
  return term.some(({ form }) => form !== term[0]!.form) ? null : term;
}

/** Whether a sentence begins with a term and goes on to say what it is: "A twin is", "Twin: ". */
export function definesTerm(term: readonly QuestionWord[], { folded }: ReadText): boolean {
  if (term[0]!.form === "stem") return definesSpaced(term, folded);
  const at = folded.indexOf(term.map(({ text }) => text).join(""));
  const end = at + term.reduce((sum, { text }) => sum + text.length, 0);
  return (
    at >= 0 &&
    at <= MOST_LETTERS_BEFORE &&
    DEFINES_DENSE.test(folded.slice(end).replace(BRACKETS, ""))
  );
}

function definesSpaced(term: readonly QuestionWord[], folded: string): boolean {
  const opening = Array.from(folded.slice(0, 200).matchAll(WORD)).slice(
    0,
    MOST_WORDS_BEFORE + term.length,
  );
  const stems = opening.map(([word]) => stemWord(word));
  const first = stems.findIndex((_, at) => term.every(({ text }, n) => stems[at + n] === text));
  const last = opening[first + term.length - 1];
  if (first < 0 || !last) return false;
  const rest = folded.slice(last.index + last[0].length).replace(BRACKETS, "");
  return DEFINES.test(rest);
}
