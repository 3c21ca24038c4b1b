import type { EvidencePassage, QuotedSentence } from "./evidence.ts";
import type { TextSpan } from "./find-quote.ts";
import { readTableLine, type TableLine } from "./table-row.ts";

export interface AnswerPart extends QuotedSentence {
  /** UTF-16 offsets into the answer's text. */
  answerSpan: TextSpan;
}

export interface ComposedAnswer {
  text: string;
  parts: AnswerPart[];
}

const NO_SPACE_AFTER = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}。！？」』）]$/u;
const BULLET = /^[ \t]*(?:[-*+•‣▪◦·–]|\p{N}{1,3}[.)])[ \t]+$/u;

/**
 * Joins quoted sentences, in the order given, into an answer: neighbours of one passage share a
 * paragraph, list items keep a line and a bullet each, rows of a table stand under its header,
 * everything else starts a paragraph. White space within a sentence is collapsed in the answer; the
 * quoted span itself is not touched.
 */
export function composeAnswer({
  passages,
  sentences,
}: {
  passages: readonly EvidencePassage[];
  sentences: readonly QuotedSentence[];
}): ComposedAnswer {
  const parts: AnswerPart[] = [];
  let text = "";
  let above: Quoted | null = null;
  for (const sentence of sentences) {
    const passage = passages[sentence.passage]!;
    const quoted: Quoted = {
      source: passage.text,
      sentence,
      line: readTableLine(passage, sentence),
    };
    const joint = join(above, quoted);
    const words = passage.text.slice(sentence.start, sentence.end).replace(/\s+/gu, " ").trim();
    const start = text.length + joint.length;
    parts.push({ ...sentence, answerSpan: { start, end: start + words.length } });
    text += joint + words + (headerOf(quoted) ? " |" : "");
    above = quoted;
  }
  return { text, parts };
}

interface Quoted {
  source: string;
  sentence: QuotedSentence;
  line: TableLine | null;
}

function join(above: Quoted | null, quoted: Quoted): string {
  const { source, sentence } = quoted;
  const header = headerOf(quoted);
  if (header) return joinRow(above, quoted, header);
  const lineStart = source.lastIndexOf("\n", sentence.start - 1) + 1;
  const bullet = BULLET.test(source.slice(lineStart, sentence.start)) ? "- " : "";
  if (!above) return bullet;
  if (headerOf(above) || !isNeighbour(source, above.sentence, sentence)) return `\n\n${bullet}`;
  if (bullet) return `\n${bullet}`;
  const before = source.slice(above.sentence.start, above.sentence.end);
  return NO_SPACE_AFTER.test(before.trimEnd()) ? "" : " ";
}

/** Of a row, the names of its columns. */
function headerOf({ line }: Quoted): readonly string[] | null {
  return line?.kind === "row" ? line.header : null;
}

function joinRow(above: Quoted | null, { sentence }: Quoted, header: readonly string[]): string {
  const isSameTable =
    above?.sentence.passage === sentence.passage && headerOf(above)?.join() === header.join();
  if (isSameTable) return "\n| ";
  const top = `| ${header.join(" | ")} |\n|${" --- |".repeat(header.length)}\n| `;
  return above ? `\n\n${top}` : top;
}

function isNeighbour(source: string, previous: QuotedSentence, next: QuotedSentence): boolean {
  if (previous.passage !== next.passage || previous.end > next.start) return false;
  const between = source.slice(previous.end, next.start);
  const lineBreak = between.lastIndexOf("\n") + 1;
  return (
    between.trim() === "" ||
    (BULLET.test(between.slice(lineBreak)) && !between.slice(0, lineBreak).trim())
  );
}
