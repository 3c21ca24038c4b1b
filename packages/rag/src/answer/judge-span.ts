import { asksQuestion } from "./asks-question.ts";
import { cutsWord } from "./word-edges.ts";

/**
 * What a span is worth as a quotation: a whole sentence, an item of a list, the line that leads into
 * one, any other line of its own. A question is none, nor is a heading, and both say what the
 * sentences under them are about; a crumb (of a table, of half a sentence) is nothing at all.
 */
export type SpanKind = "sentence" | "item" | "lead_in" | "line" | "question" | "heading" | "crumb";

export interface JudgedSpan {
  start: number;
  end: number;
  text: string;
  kind: SpanKind;
}

const TERMINATED = /[.!?…。！？।؟۔።][\p{Pe}\p{Pf}"'’”]*(?:\[\d+\])?$/u;
const LEADS_IN = /[:：]$/u;
const BULLET = /^(?:[-*+•‣▪◦·–]|\p{N}{1,3}[.)]|\p{L}\))[ \t]+/u;
const CELL_EDGE = /^[|\t]\s*/u;
/** "A:" below "Q:", "Antwort:" below "Frage:", 答： below 问：. */
const LABEL = /^\p{L}{1,9}(?:\s?[:：]|\.)\s*/u;
const NUMBERED = /^(?:§{1,2}\s?)?\p{N}{1,3}(?:\.\p{N}{1,3})*[.)]?\s+/u;
const ENDS_IN_YEAR = /\s(?:19|20)\d\d$/u;
const MARKUP_HEADING = /^#{1,6}\s/u;
const STARTS_LOWER = /^[^\p{L}\p{N}]*\p{Ll}/u;
const ADDRESS = /https?:\S+/gu;
const LETTERS = /[\p{L}\p{M}]/gu;
const MIN_LETTERS = 4;
const LONGEST_HEADING_WORDS = 12;
const LEAST_LETTER_SHARE = 0.5;

/** `asked`: the text of the span right before it when that is a question. */
export function judgeSpan(
  source: string,
  span: { start: number; end: number },
  { isFirst, asked }: { isFirst: boolean; asked: string | null },
): JudgedSpan {
  const whole = source.slice(span.start, span.end);
  const mark = lengthOfMark(whole, asked);
  const text = whole.slice(mark);
  const start = span.start + mark;
  const judged = (kind: SpanKind) => ({ start, end: span.end, text, kind });
  const isBulleted = mark > 0 && BULLET.test(whole);
  if (cutsWord(source, { start, end: span.end })) return judged("crumb");
  if (isFirst && !isBulleted && span.start === 0 && isHalf(source, text)) return judged("crumb");
  if (MARKUP_HEADING.test(whole)) return judged("heading");
  if (asked === null && isNumberedHeading(source, span)) return judged("heading");
  if (asked === null ? isCrumb(text) : !/[\p{L}\p{N}]/u.test(text)) return judged("crumb");
  const kind = kindOf(text, isBulleted);
  const isShort = kind === "line" && asked === null && isHeading(source, text, span.end);
  return judged(isShort ? "heading" : kind);
}

function lengthOfMark(whole: string, asked: string | null): number {
  const bullet = (BULLET.exec(whole) ?? CELL_EDGE.exec(whole))?.[0].length ?? 0;
  if (asked === null || !LABEL.test(asked)) return bullet;
  return bullet + (LABEL.exec(whole.slice(bullet))?.[0].length ?? 0);
}

function kindOf(text: string, isBulleted: boolean): SpanKind {
  if (asksQuestion(text)) return "question";
  if (LEADS_IN.test(text)) return "lead_in";
  if (isBulleted) return "item";
  return TERMINATED.test(text) ? "sentence" : "line";
}

function isHalf(source: string, text: string): boolean {
  return STARTS_LOWER.test(text) && /[.!?]\s+\p{Lu}/u.test(source);
}

function isHeading(source: string, text: string, end: number): boolean {
  const isFollowed = source.slice(end).trim() !== "";
  return (
    isFollowed && !/[\p{N}:：|\t]/u.test(text) && text.split(/\s+/u).length <= LONGEST_HEADING_WORDS
  );
}

/** "4. Service credits", "§ 3 Membership", "Prices 2025": a paragraph of its own, no item among others. */
function isNumberedHeading(
  source: string,
  { start, end }: { start: number; end: number },
): boolean {
  const above = source.slice(0, start);
  const below = source.slice(end);
  if (!/(?:^|\n[ \t]*\n)[ \t]*$/u.test(above) || !/^[ \t]*\n[ \t]*\n/u.test(below)) return false;
  const isAmongItems = BULLET.test(below.trimStart()) || BULLET.test(lastParagraph(above));
  const whole = source.slice(start, end);
  const words = whole.replace(NUMBERED, "").replace(ENDS_IN_YEAR, "");
  return (
    words !== whole && !isAmongItems && !TERMINATED.test(words) && isHeading(source, words, end)
  );
}

function lastParagraph(text: string): string {
  return text
    .trimEnd()
    .split(/\n[ \t]*\n/u)
    .at(-1)!
    .trimStart();
}

function isCrumb(text: string): boolean {
  const letters = text.replace(ADDRESS, "").match(LETTERS)?.length ?? 0;
  return letters < MIN_LETTERS || letters < text.replace(/\s/gu, "").length * LEAST_LETTER_SHARE;
}
