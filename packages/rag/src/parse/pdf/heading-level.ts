import { type BodyStyle, roundSize, sizeLevel } from "./body-style.ts";
import type { Paragraph } from "./group-paragraphs.ts";

const LONGEST_HEADING = 200;
const LONGEST_BODY_SIZED_HEADING = 100;
const MOST_LINES = 4;
// Of the column: running text in another face fills it.
const WIDEST_SHARE = 0.85;
const OPENING = /^(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?[\p{Lu}\p{Lo}]/u;
const NUMBERING = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s/;

/** The level of a paragraph that is set as a heading, larger than the body or in another face; or 0. */
export function headingLevel(paragraph: Paragraph, text: string, style: BodyStyle): number {
  const { lines } = paragraph;
  if (text.length > LONGEST_HEADING || lines.length > MOST_LINES) return 0;
  const level = levelOfFace(paragraph, text, style);
  return level > 0 && isWords(text) ? level : 0;
}

function levelOfFace(paragraph: Paragraph, text: string, style: BodyStyle): number {
  const levels = paragraph.lines.map((line) => sizeLevel(line, style));
  if (levels.every((level) => level > 0)) return Math.min(...levels);
  return isCapitals(paragraph, text) || isBodySizedHeading(paragraph, text, style)
    ? bodySizedLevel(text, style)
    : 0;
}

/** Not a line of a formula, whose large signs make it look like a heading. */
function isWords(text: string): boolean {
  return /\p{L}{3}|\p{Lo}{2}|^[\p{L}\p{N}\s&/.:-]*\p{L}[\p{L}\p{N}\s&/.:-]*\p{L}[\p{L}\p{N}\s&/.:-]*$/u.test(
    text,
  );
}

const NUMBERED_CAPITALS =
  /^(?:[IVX]{1,5}|\d{1,2})\.\s+[\p{Lu}\p{P}\p{N}\s]*\p{Lu}{3}[\p{Lu}\p{P}\p{N}\s]*$/u;
const NAMED_CAPITALS =
  /^(?:ABSTRACT|INTRODUCTION|SUMMARY|CONCLUSIONS?|REFERENCES|BIBLIOGRAPHY|ACKNOWLEDGE?MENTS?|APPENDIX(?: [A-Z\d])?)$/;

/** A line of its own in capitals, or small ones: `II. RELATED WORK`. */
function isCapitals({ lines, width }: Paragraph, text: string): boolean {
  if (!NUMBERED_CAPITALS.test(text) && !NAMED_CAPITALS.test(text)) return false;
  const last = lines.at(-1)!;
  return lines.length <= 2 && last.right - last.left < width * WIDEST_SHARE && !/[.,;]$/.test(text);
}

function isBodySizedHeading({ lines, width }: Paragraph, text: string, style: BodyStyle): boolean {
  if (text.length > LONGEST_BODY_SIZED_HEADING || lines.length > 2) return false;
  if (/[.,;:!?。，]$/.test(text) || !OPENING.test(text)) return false;
  const [first] = lines;
  const last = lines.at(-1)!;
  if (last.right - last.left > width * WIDEST_SHARE) return false;
  return lines.every(
    (line) =>
      line.font !== style.font && line.font === first!.font && roundSize(line.size) >= style.size,
  );
}

function bodySizedLevel(text: string, { headingSizes }: BodyStyle): number {
  const depth = NUMBERING.exec(text)?.[1]?.split(".").length ?? 1;
  return Math.min(6, Math.min(4, headingSizes.length) + depth);
}
