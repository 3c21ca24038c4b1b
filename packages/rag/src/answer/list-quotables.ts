import { splitSentences } from "../chunk/split-sentences.ts";
import { asksQuestion } from "./asks-question.ts";
import type { EvidencePassage } from "./evidence.ts";
import { type JudgedSpan, judgeSpan, type SpanKind } from "./judge-span.ts";
import { readTableLine } from "./table-row.ts";

export interface Quotable extends JudgedSpan {
  kind: Exclude<SpanKind, "heading" | "crumb">;
  /** Index among the passage's quotables of the line that leads into this item. */
  leadIn: number | null;
  /** Begins with a word that points back at the sentence before. */
  leans: boolean;
  /** A row of a table whose columns have names. */
  isRow: boolean;
  head: Head | null;
}

/** The question or heading that a sentence stands under. */
export interface Head {
  text: string;
  isQuestion: boolean;
  /** Sentences between the two. */
  distance: number;
}

const LEANS =
  /^["'“‘(]*(?:it|its|this|these|those|they|their|he|his|she|her|such|however|therefore|thus|hence|also|instead|otherwise|er|sie|es|dies|diese|dieser|dieses|il|elle|ils|elles|ce|cette|ces|esto|esta|este|estos|él|ella|questo|questa|essi|isto|ele|ela|dit|deze|он|она|оно|они|это|эти|hij|zij)(?![\p{L}\p{M}'’])|^(?:它|他们|她们|这|该|これ|それ|この|その)/iu;

/** The quotable spans of a passage in order, and its questions; offsets are into its text. */
export function listQuotables(passage: EvidencePassage): Quotable[] {
  const { text, title, headings = [] } = passage;
  const named = new Set([title, ...headings].map(fold));
  const quotables: Quotable[] = [];
  let leadIn: number | null = null;
  let head = headOf(headings.at(-1));
  let asked: string | null = null;
  for (const [index, span] of splitSentences(text).entries()) {
    const line = readTableLine(passage, span);
    if (line?.kind === "header") continue;
    const judged: JudgedSpan = line
      ? { ...span, text: text.slice(span.start, span.end), kind: "sentence" }
      : judgeSpan(text, span, { isFirst: index === 0, asked });
    const kind = named.has(fold(judged.text)) ? "heading" : judged.kind;
    asked = asksQuestion(judged.text) ? text.slice(span.start, span.end) : null;
    if (kind !== "item") leadIn = kind === "lead_in" ? quotables.length : null;
    if (kind === "heading" || kind === "question") head = headOf(judged.text);
    if (kind === "heading" || kind === "crumb") continue;
    const ownLeadIn = kind === "item" ? leadIn : null;
    const ownHead = kind === "question" ? null : line ? headOfRow(line.header, head) : head;
    const leans = LEANS.test(judged.text);
    quotables.push({
      ...judged,
      kind,
      leadIn: ownLeadIn,
      leans,
      isRow: line !== null,
      head: ownHead,
    });
    if (ownHead && !line) head = { ...ownHead, distance: ownHead.distance + 1 };
  }
  return quotables;
}

/** A row stands under what its table stands under, and under the names of its columns. */
function headOfRow(header: readonly string[], head: Head | null): Head {
  const isQuestion = head?.isQuestion ?? false;
  return { text: [head?.text, ...header].join("\n"), isQuestion, distance: 0 };
}

function headOf(text: string | undefined): Head | null {
  return text === undefined ? null : { text, isQuestion: asksQuestion(text), distance: 0 };
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
