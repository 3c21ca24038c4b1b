import type { EvidencePassage } from "../../answer/evidence.ts";
import { findQuote } from "../../answer/find-quote.ts";
import { type Span, splitSentences } from "../../chunk/split-sentences.ts";
import type { EvidenceMark } from "../evidence-marks.ts";
import { contentWords, readWords } from "../read-claim.ts";

/** A quote that stands in its passage: UTF-16 offsets into the text of `passages[passage]`. */
export interface Evidence {
  passage: number;
  start: number;
  end: number;
}

export type EvidenceFault = "unknown_passage" | "quote_too_short" | "quote_not_found";

const FEWEST_WORDS = 3;
const FEWEST_LETTERS = 12;
const FEWEST_DENSE_LETTERS = 5;

/** Where the quote of a mark stands, or what is wrong with it. */
export function findEvidence(
  { passageNumber, quote }: EvidenceMark,
  passages: readonly Pick<EvidencePassage, "text">[],
): Evidence | EvidenceFault {
  const passage = passages[passageNumber - 1];
  if (!passage) return "unknown_passage";
  if (!saysSomething(quote)) return "quote_too_short";
  const span = findQuote(passage.text, quote);
  return span ? { passage: passageNumber - 1, ...span } : "quote_not_found";
}

function saysSomething(quote: string): boolean {
  const words = readWords(quote);
  const letters = words.reduce((sum, { word }) => sum + word.length, 0);
  if (words.some(({ dense }) => dense)) return letters >= FEWEST_DENSE_LETTERS;
  const hasContent = contentWords(words).length > 0;
  return (
    hasContent && (words.length >= FEWEST_WORDS || (words.length > 1 && letters >= FEWEST_LETTERS))
  );
}

const STATEMENT_MARK = /[;:—\n；：]/u;
export const CLAUSE_MARK = /[,;:()—–\n，；：、]/u;

/** The quote with the rest of its clause, with what is said in one go, and with all of the sentences it touches. */
export function widenEvidence(
  { start, end }: Evidence,
  passage: Pick<EvidencePassage, "text">,
): { clause: string; statement: string; sentence: string } {
  const passageText = passage.text;
  const touched = sentencesOf(passage).filter(
    (sentence) => sentence.start < end && sentence.end > start,
  );
  const from = touched[0]?.start ?? start;
  const to = touched.at(-1)?.end ?? end;
  const within = (mark: RegExp) =>
    passageText.slice(from, start).split(mark).at(-1)! +
    passageText.slice(start, end) +
    passageText.slice(end, to).split(mark)[0]!;
  return {
    clause: within(CLAUSE_MARK),
    statement: within(STATEMENT_MARK),
    sentence: passageText.slice(from, to),
  };
}

const split = new WeakMap<object, readonly Span[]>();

/** The sentences of an answer rest on the same few passages, one after another. */
function sentencesOf(passage: Pick<EvidencePassage, "text">): readonly Span[] {
  const known = split.get(passage);
  const sentences = known ?? splitSentences(passage.text);
  if (!known) split.set(passage, sentences);
  return sentences;
}
