import type { EvidencePassage, QuotedSentence } from "./evidence.ts";
import type { TextSpan } from "./find-quote.ts";

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
 * paragraph, list items keep a line and a bullet each, everything else starts a paragraph. White
 * space within a sentence is collapsed in the answer; the quoted span itself is not touched.
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
  for (const [index, sentence] of sentences.entries()) {
    const source = passages[sentence.passage]!.text;
    text += join({ source, previous: sentences[index - 1], sentence, isFirst: text === "" });
    const words = source.slice(sentence.start, sentence.end).replace(/\s+/gu, " ").trim();
    parts.push({
      ...sentence,
      answerSpan: { start: text.length, end: text.length + words.length },
    });
    text += words;
  }
  return { text, parts };
}

interface Joint {
  source: string;
  previous: QuotedSentence | undefined;
  sentence: QuotedSentence;
  isFirst: boolean;
}

function join({ source, previous, sentence, isFirst }: Joint): string {
  const lineStart = source.lastIndexOf("\n", sentence.start - 1) + 1;
  const bullet = BULLET.test(source.slice(lineStart, sentence.start)) ? "- " : "";
  if (isFirst) return bullet;
  if (!previous || !isNeighbour(source, previous, sentence)) return `\n\n${bullet}`;
  if (bullet) return `\n${bullet}`;
  return NO_SPACE_AFTER.test(source.slice(previous.start, previous.end).trimEnd()) ? "" : " ";
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
