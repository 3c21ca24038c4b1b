import { CELL_EDGE } from "../parse/table-row.ts";
import { startsListItem } from "../parse/text/list-marker.ts";
import { endsAbbreviation } from "./abbreviations.ts";
import { isCloser, isOpener, isSpace, type Terminator, terminatorKind } from "./sentence-marks.ts";

/** UTF-16 offsets into the text that was split. */
export interface Span {
  start: number;
  end: number;
}

const NEWLINE = 10;

/**
 * Splits text of any language into sentences: spans in order, without white space at their ends,
 * that together hold every other character. Blank lines, list lines and rows of a table part sentences
 * too. Linear time, without a dictionary (Intl.Segmenter was 20 times slower and breaks at abbreviations).
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const mark = markAt(text, at);
    if (mark === undefined) {
      at += 1;
      continue;
    }
    if (isBoundary(text, start, at, mark)) {
      pushTrimmed(spans, text, start, mark.end);
      start = mark.end;
    }
    at = mark.end;
  }
  pushTrimmed(spans, text, start, text.length);
  return spans;
}

interface Mark {
  kind: Terminator | "newline";
  /** Past further terminators and closing quotes and brackets. */
  end: number;
}

function markAt(text: string, at: number): Mark | undefined {
  const code = text.charCodeAt(at);
  if (code === NEWLINE) return { kind: "newline", end: at + 1 };
  const kind = terminatorKind(code);
  return kind && { kind, end: afterClosers(text, at) };
}

function isBoundary(text: string, start: number, at: number, { kind, end }: Mark): boolean {
  if (kind === "newline") return endsLine(text, at, start);
  return kind === "full" || end >= text.length || endsSentence(text, at, end, kind);
}

// A note's number straight after the full stop: `rule.13 Then`, `rule.[13] Then`.
const NOTE_MARK = /^(?:\d{1,3}|(?:\[[\p{L}\p{N} ]{1,12}\])+)(?=\s|$)/u;
const LONGEST_NOTE_MARK = 40;

function afterClosers(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (terminatorKind(code) === undefined && !isCloser(code)) break;
    end += 1;
  }
  // French sets a space before its closing mark.
  if (text.startsWith(" »", end)) end += 2;
  const mayCarryNote = isNoteStart(text.charCodeAt(end)) && !isDigit(text.charCodeAt(at - 1));
  if (!mayCarryNote) return end;
  return end + (NOTE_MARK.exec(text.slice(end, end + LONGEST_NOTE_MARK))?.[0].length ?? 0);
}

function isNoteStart(code: number): boolean {
  return code === 0x5b || isDigit(code);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function endsSentence(text: string, at: number, end: number, kind: "stop" | "mark"): boolean {
  if (!isSpace(text.charCodeAt(end))) return false;
  const next = nextWordStart(text, end);
  if (next >= text.length) return true;
  if (/\p{Ll}/u.test(text[next]!) || terminatorKind(text.charCodeAt(next))) return false;
  return kind === "mark" || end > at + 1 || !endsAbbreviation(text, at, next);
}

function nextWordStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && (isSpace(text.charCodeAt(at)) || isOpener(text.charCodeAt(at))))
    at += 1;
  return at;
}

const LONGEST_UNWRAPPED_LINE = 45;

/** Whether a single line end is a break by intent rather than by the width of the page. */
function endsLine(text: string, at: number, start: number): boolean {
  const next = text.slice(at + 1, at + 60);
  if (/^[ \t]*(?:\n|$)/.test(next) || startsListItem(next)) return true;
  const line = text.lastIndexOf("\n", at - 1) + 1;
  if (text.slice(line, at).includes(CELL_EDGE)) return true;
  const lineStart = Math.max(start, line);
  return at - lineStart < LONGEST_UNWRAPPED_LINE && !/^\s*\p{Ll}/u.test(next);
}

function pushTrimmed(spans: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  if (end > start) spans.push({ start, end });
}
