import { asksQuestion } from "../answer/asks-question.ts";
import { findNames } from "../answer/find-names.ts";
import { splitSentences } from "../chunk/split-sentences.ts";
import { foldText } from "../text/fold-text.ts";
import { contentWords, plainClaim, readWords } from "../write/read-claim.ts";
import { type ReadNumber, readNumbers } from "../write/read-numbers.ts";
import { isYear } from "./compare-numbers.ts";
import { readMonths } from "./read-months.ts";

/** A sentence of a passage by what it claims; offsets are into the passage. */
export interface Statement {
  text: string;
  start: number;
  end: number;
  /** As it is claimed: without list markers, links and signs. */
  claim: string;
  /** The question that it answers, if any: what it is about may stand only there. */
  question: string;
  /** The stems that say what it is about: no function words, no values. */
  content: ReadonlySet<string>;
  names: ReadonlySet<string>;
  numbers: readonly StatedNumber[];
  months: ReadonlySet<string>;
  /** Headings, labels and rows of tables are none. */
  isSentence: boolean;
}

export interface StatedNumber extends ReadNumber {
  /** "Section 4", "Node 20": it names something rather than counting it. */
  isLabel: boolean;
}

const FEWEST_CONTENT_WORDS = 3;
const SENTENCE_END = /[.!。．！…।۔]["'”’»)\]]*\s*$/u;
const LABELLED = /(?<![\p{L}\p{N}])(?<name>\p{Lu}[\p{L}\p{M}]*)\s+(?<digits>\d[\d.,]*)/gu;
const LONGEST_CHARACTERS = 600;

/** The sentences of a passage, or of an answer, that claim something which another text could contradict. */
export function readStatements(passage: string, question = ""): Statement[] {
  return splitSentences(passage).flatMap(({ start, end }) => {
    const statement = readStatement(passage.slice(start, end), { start, question });
    return statement ? [statement] : [];
  });
}

function readStatement(
  text: string,
  { start, question }: { start: number; question: string },
): Statement | null {
  if (text.length > LONGEST_CHARACTERS || asksQuestion(text)) return null;
  const claim = plainClaim(text);
  const words = contentWords(readWords(`${question} ${claim}`));
  const months = readMonths(foldText(claim));
  const content = new Set(
    words.filter(({ word }) => !/\p{N}/u.test(word) && !months.has(word)).map(({ stem }) => stem),
  );
  if (content.size < FEWEST_CONTENT_WORDS) return null;
  return {
    text,
    start,
    end: start + text.length,
    claim,
    question,
    content,
    names: new Set(
      [...findNames(claim), ...findNames(question)].filter((name) => content.has(name)),
    ),
    numbers: readStatedNumbers(claim, content),
    months,
    isSentence: SENTENCE_END.test(text),
  };
}

function readStatedNumbers(claim: string, content: ReadonlySet<string>): StatedNumber[] {
  const labels = new Set(
    Array.from(claim.matchAll(LABELLED), ({ groups }) => groups!)
      .filter(({ name }) => readWords(name!).some(({ stem }) => content.has(stem)))
      .flatMap(({ digits }) => readNumbers(digits!).map(({ value }) => value)),
  );
  return readNumbers(claim).map((number) => {
    const unit = unitOf(number, content);
    const isMeasured = number.unit !== null && SIGNS[number.unit] !== undefined;
    const isLabel = labels.has(number.value) && !isMeasured && !isYear(number.value);
    return { ...number, unit, isLabel };
  });
}

const SIGNS: Readonly<Record<string, string>> = {
  "€": "euro",
  $: "dollar",
  "£": "pound",
  "%": "percent",
};

/** What is counted. What follows a year or a function word is not. */
function unitOf({ value, unit }: ReadNumber, content: ReadonlySet<string>): string | null {
  if (unit === null || isYear(value)) return null;
  if (SIGNS[unit]) return SIGNS[unit];
  return content.has(unit) || !/\p{L}/u.test(unit) ? unit : null;
}
