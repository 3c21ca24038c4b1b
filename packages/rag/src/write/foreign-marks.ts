import { type EvidenceMark, readMark } from "./evidence-marks.ts";
import { maskCode } from "./mask-code.ts";

/** What models write instead of marks: `[3|quote]`, `[[3|quote]]`, `【3†source】`, `[3]`, `[^3]`. */
const QUOTING = /\[{1,2}\s?(\d{1,3}\s?\|[^\]\n]*)(?:\]{1,2}|$)/g;
const NUMBERING =
  /【\s?\d{1,3}[^】\n]{0,200}(?:】|$)|\[{1,2}\^?\d{1,2}(?:,\s?\d{1,2})*\]{1,2}(?![(\]])/g;

/** Of the same length, with nothing in a foreign mark that could end a sentence. */
export function maskForeignMarks(text: string): string {
  return text.replace(QUOTING, (mark) => "x".repeat(mark.length));
}

/** The sentence without foreign marks; those that quote are read like any other. */
export function takeForeignMarks(sentence: string): { text: string; marks: EvidenceMark[] } {
  const masked = maskCode(sentence);
  const marks: EvidenceMark[] = [];
  let text = "";
  let from = 0;
  const found = [...masked.matchAll(QUOTING), ...masked.matchAll(NUMBERING)];
  for (const match of found.sort((a, b) => a.index - b.index)) {
    if (match.index < from) continue;
    const mark = match[1] ? readMark(match[1]) : null;
    if (mark && mark !== "no_answer") marks.push(mark);
    text += sentence.slice(from, match.index).trimEnd();
    from = match.index + match[0].length;
  }
  return { text: text + sentence.slice(from), marks };
}
