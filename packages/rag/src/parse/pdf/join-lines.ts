import { joint } from "../text/unwrap-lines.ts";
import type { Hyphens } from "./find-hyphens.ts";
import type { Paragraph } from "./group-paragraphs.ts";
import type { Line } from "./page-lines.ts";

const HYPHEN_AT_END = /\p{L}[-\u2010\u00AD]$/u;
const WORD_AT_END = /[\p{L}\p{N}-]+$/u;
const WORD_AT_START = /^[\p{L}\p{N}-]+/u;

/** Joins the lines of a paragraph; a word parted at a line's end is made whole again. */
export function joinLines({ lines, left, width }: Paragraph, hyphens: Hyphens): string {
  let text = "";
  let previous: Line | undefined;
  for (const line of lines) {
    if (!previous) text = line.text;
    else if (isPartedAtSign(text, line.text)) text += line.text;
    else if (isHyphenated(text, line.text))
      text = closeHyphen(text, line.text, hyphens) + line.text;
    else if (endsEarly(previous, line, left + width * SHORT_LINE_SHARE)) text += `\n${line.text}`;
    else text += isCompound(text, line.text) ? line.text : joint(text, line.text) + line.text;
    previous = line;
  }
  return text;
}

const SHORT_LINE_SHARE = 0.7;

/** Lines that stop well before the margin (addresses, receipts, verse, code) were broken by intent. */
function endsEarly(line: Line, next: Line, edge: number): boolean {
  return line.right < edge && !/^\p{Ll}/u.test(next.text);
}

/** Whether a word runs on from one line into the next. */
export function isHyphenated(before: string, after: string): boolean {
  return HYPHEN_AT_END.test(before) && /^\p{Ll}/u.test(after);
}

/** A name that is parted at its own hyphen: `Saint-` and `Malo`. */
function isCompound(before: string, after: string): boolean {
  return /\p{Lu}\p{L}*-$/u.test(before.slice(-40)) && /^\p{Lu}\p{Ll}/u.test(after);
}

/** An address or a range of numbers that is parted at one of its own signs. */
function isPartedAtSign(before: string, after: string): boolean {
  if (/\d–$/.test(before) && /^\d/.test(after)) return true;
  return ADDRESS_AT_END.test(before.slice(-200)) && /^[\p{Ll}\p{N}/_~?&=#%-]/u.test(after);
}

const ADDRESS_AT_END = /\bhttps?:$|\bhttps?:\/\/(?:\S*[/.:_=&?%#~-])?$|\bwww\.\S*[/.]$/i;

/** `before` without its last hyphen, unless the document elsewhere writes the word with one. */
export function closeHyphen(before: string, after: string, hyphens: Hyphens): string {
  const head = WORD_AT_END.exec(before.slice(-60, -1))?.[0] ?? "";
  const tail = WORD_AT_START.exec(after.slice(0, 60))?.[0] ?? "";
  const isChain = head.split("-").length > 2;
  return isChain || hyphens.belong(head, tail) ? before : before.slice(0, -1);
}
