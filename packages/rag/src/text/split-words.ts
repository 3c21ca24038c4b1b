const DENSE =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}" +
  "\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Hangul}々ー";
const WORD = new RegExp(
  `(?<dense>[${DENSE}][${DENSE}\\p{M}]*)|(?:(?![${DENSE}])[\\p{L}\\p{M}\\p{N}])+`,
  "gu",
);
const ASCII_WORD = /[a-z0-9]+/g;
const ASCII_ONLY = /^[\u0000-\u007f]*$/;

/** A run of letters, marks and digits; `dense` where the script does not put spaces between words. */
export interface Word {
  text: string;
  dense: boolean;
}

/** The words of a folded text, in order. */
export function splitWords(folded: string): Word[] {
  if (ASCII_ONLY.test(folded)) {
    return Array.from(folded.match(ASCII_WORD) ?? [], (text) => ({ text, dense: false }));
  }
  return locateWords(folded);
}

/** The words of a text as it is written, each with its UTF-16 offset. */
export function locateWords(text: string): (Word & { start: number })[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    text: match[0],
    dense: match.groups?.dense !== undefined,
    start: match.index,
  }));
}
