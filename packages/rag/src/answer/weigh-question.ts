import { extractTerms } from "../text/extract-terms.ts";
import { stemWord } from "../text/stem-word.ts";
import { detectFunctionWords } from "./detect-function-words.ts";
import { splitQuestion } from "./split-question.ts";

export interface QuestionWord {
  /** The stem, or the word itself in a script without spaces. */
  text: string;
  dense: boolean;
  weight: number;
  isSubject: boolean;
}

export interface WeighedQuestion {
  /** Distinct, in the order of the question. */
  words: readonly QuestionWord[];
  totalWeight: number;
  /** Indices of neighbouring subject words. */
  pairs: readonly (readonly [number, number])[];
}

const FUNCTION_WORD_SHARE = 0.1;
/** Holds the weights of a twin of a few passages, where idf says nothing, near one another. */
const IDF_PRIOR = 1;

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
  const isFunctionWord = detectFunctionWords([...split.map(({ text }) => text), ...sample]);
  const words = new Map<string, QuestionWord>();
  const subjects: number[] = [];
  for (const { text: word, dense } of split) {
    const text = dense ? word : stemWord(word);
    if (words.has(text)) continue;
    const isSubject = !isFunctionWord(word);
    if (isSubject) subjects.push(words.size);
    const rarity = IDF_PRIOR + (dense ? rarestGram(word, termWeight) : termWeight(text));
    words.set(text, {
      text,
      dense,
      isSubject,
      weight: rarity * (isSubject ? 1 : FUNCTION_WORD_SHARE),
    });
  }
  return {
    words: [...words.values()],
    totalWeight: sum(words.values()),
    pairs: subjects.slice(1).map((second, index) => [subjects[index]!, second] as const),
  };
}

function rarestGram(word: string, termWeight: (term: string) => number): number {
  return extractTerms(word).reduce((rarest, gram) => Math.max(rarest, termWeight(gram)), 0);
}

function sum(words: Iterable<QuestionWord>): number {
  let total = 0;
  for (const { weight } of words) total += weight;
  return total;
}
