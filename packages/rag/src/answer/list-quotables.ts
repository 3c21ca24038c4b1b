import { splitSentences } from "../chunk/split-sentences.ts";
import type { EvidencePassage } from "./evidence.ts";
import { cutsWord } from "./word-edges.ts";

/**
 * What a span is worth as a quotation: a whole sentence, an item of a list, the line that leads into
 * one, any other line of its own, or nothing (headings, table crumbs, halves of sentences).
 */
export type QuotableKind = "sentence" | "item" | "lead_in" | "line";

export interface Quotable {
  start: number;
  end: number;
  text: string;
  kind: QuotableKind;
  /** Index among the passage's quotables of the line that leads into this item. */
  leadIn: number | null;
  /** Begins with a word that points back at the sentence before. */
  leans: boolean;
}

const TERMINATED = /[.!?…。！？।؟۔።][\p{Pe}\p{Pf}"'’”]*(?:\[\d+\])?$/u;
const LEADS_IN = /[:：]$/u;
const BULLET = /^(?:[-*+•‣▪◦·–]|\p{N}{1,3}[.)]|\p{L}\))[ \t]+/u;
const MARKUP_HEADING = /^#{1,6}\s/u;
const STARTS_LOWER = /^[^\p{L}\p{N}]*\p{Ll}/u;
const ADDRESS = /https?:\S+/gu;
const LETTERS = /[\p{L}\p{M}]/gu;
const LEANS =
  /^["'“‘(]*(?:it|its|this|these|those|they|their|he|his|she|her|such|however|therefore|thus|hence|also|instead|otherwise|er|sie|es|dies|diese|dieser|dieses|il|elle|ils|elles|ce|cette|ces|esto|esta|este|estos|él|ella|questo|questa|essi|isto|ele|ela|dit|deze|он|она|оно|они|это|эти|hij|zij)(?![\p{L}\p{M}'’])|^(?:它|他们|她们|这|该|これ|それ|この|その)/iu;
const MIN_LETTERS = 4;
const LONGEST_HEADING_WORDS = 12;
const LEAST_LETTER_SHARE = 0.5;

/** The quotable spans of a passage in order; offsets are into its text. */
export function listQuotables({ text, title, headings = [] }: EvidencePassage): Quotable[] {
  const named = new Set([title, ...headings].map(fold));
  const quotables: Quotable[] = [];
  let leadIn: number | null = null;
  for (const [index, span] of splitSentences(text).entries()) {
    const quotable = judge(text, span, index === 0);
    if (!quotable || named.has(fold(quotable.text))) {
      leadIn = null;
      continue;
    }
    quotable.leadIn = quotable.kind === "item" ? leadIn : null;
    if (quotable.kind === "lead_in") leadIn = quotables.length;
    else if (quotable.kind !== "item") leadIn = null;
    quotables.push(quotable);
  }
  return quotables;
}

function judge(
  source: string,
  span: { start: number; end: number },
  isFirst: boolean,
): Quotable | null {
  const whole = source.slice(span.start, span.end);
  const bullet = BULLET.exec(whole)?.[0].length ?? 0;
  const text = whole.slice(bullet);
  const kind = kindOf(text, bullet > 0);
  const isHalf =
    isFirst &&
    kind !== "item" &&
    span.start === 0 &&
    STARTS_LOWER.test(text) &&
    hasCapitals(source);
  if (isHalf || cutsWord(source, { start: span.start + bullet, end: span.end })) return null;
  if (MARKUP_HEADING.test(whole) || isCrumb(text)) return null;
  if (kind === "line" && isHeading(source, text, span.end)) return null;
  return {
    start: span.start + bullet,
    end: span.end,
    text,
    kind,
    leadIn: null,
    leans: LEANS.test(text),
  };
}

function kindOf(text: string, bulleted: boolean): QuotableKind {
  if (LEADS_IN.test(text)) return "lead_in";
  if (bulleted) return "item";
  return TERMINATED.test(text) ? "sentence" : "line";
}

function isHeading(source: string, text: string, end: number): boolean {
  const isFollowed = source.slice(end).trim() !== "";
  return (
    isFollowed && !/[\p{N}:：|\t]/u.test(text) && text.split(/\s+/u).length <= LONGEST_HEADING_WORDS
  );
}

function isCrumb(text: string): boolean {
  const letters = text.replace(ADDRESS, "").match(LETTERS)?.length ?? 0;
  return letters < MIN_LETTERS || letters < text.replace(/\s/gu, "").length * LEAST_LETTER_SHARE;
}

function hasCapitals(text: string): boolean {
  return /[.!?]\s+\p{Lu}/u.test(text);
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
