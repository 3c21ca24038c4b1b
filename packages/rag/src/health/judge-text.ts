export type TextFault = "thin" | "replacement" | "mojibake" | "glyphs" | "fragments";

export interface JudgedText {
  fault: TextFault;
  /** Where it shows, as it was read. */
  example: string;
  /** Of the letters, or of a usual page, from 0 to 1. */
  share: number;
}

/** A page of a book has about 300 words; a slide has few, and a picture of a page none. */
const FEWEST_WORDS_A_PAGE = 12;
const FEWEST_PAGES = 3;
const LEAST_CHARACTERS = 200;
const EXAMPLE_CHARACTERS = 160;

/** UTF-8 that was read as Latin-1: an accented capital and a sign where one letter stood. */
const MOJIBAKE = /Ã[\u0080-\u00bf¡-¿]|â€[™œ\u009d“”˜¦]|Â[\u00a0-\u00bf]|Ð[\u0080-\u00bf]/g;
const REPLACEMENT = /\ufffd/g;
/** Numbers of glyphs and letters of private use, which fonts without a table leave. */
const GLYPHS = /\(cid:\d+\)|[\ue000-\uf8ff]|\/[gG]\d{1,4}(?=[\s/])/g;
/** Bits of words, as bad recognition leaves them. */
const FRAGMENT =
  /(?<!\S)(?:[^\s\p{L}\p{N}]{2,}|[bcdfghjklmnpqrtvwxz]{1,2}|\p{L}+[|\\~^¬¦]\p{L}*|[|\\~^¬¦]\p{L}+)(?!\S)/gu;

const LIMITS: readonly (readonly [TextFault, RegExp, number])[] = [
  ["replacement", REPLACEMENT, 0.005],
  ["mojibake", MOJIBAKE, 0.004],
  ["glyphs", GLYPHS, 0.01],
];
const MOST_FRAGMENTS = 0.25;

/** What speaks against a text having been read rightly; null where nothing does. */
export function judgeText(text: string, pageCount: number | null): JudgedText | null {
  return judgeLength(text, pageCount) ?? judgeLetters(text) ?? judgeWords(text);
}

function judgeLength(text: string, pageCount: number | null): JudgedText | null {
  if (pageCount === null || pageCount < FEWEST_PAGES) return null;
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (words / pageCount >= FEWEST_WORDS_A_PAGE) return null;
  const share = words / (pageCount * FEWEST_WORDS_A_PAGE);
  return { fault: "thin", example: text.slice(0, EXAMPLE_CHARACTERS), share };
}

function judgeLetters(text: string): JudgedText | null {
  if (text.length < LEAST_CHARACTERS) return null;
  for (const [fault, pattern, limit] of LIMITS) {
    const found = [...text.matchAll(pattern)];
    const share = found.reduce((sum, [match]) => sum + match.length, 0) / text.length;
    if (share >= limit) return { fault, share, example: around(text, found[0]!.index) };
  }
  return null;
}

function judgeWords(text: string): JudgedText | null {
  const words = text.match(/\S+/g) ?? [];
  if (text.length < LEAST_CHARACTERS || !/\p{sc=Latin}/u.test(text)) return null;
  const fragments = [...text.matchAll(FRAGMENT)];
  const share = fragments.length / words.length;
  if (share < MOST_FRAGMENTS) return null;
  return { fault: "fragments", share, example: around(text, fragments[0]!.index) };
}

function around(text: string, at: number): string {
  const start = Math.max(0, at - EXAMPLE_CHARACTERS / 2);
  return text.slice(start, start + EXAMPLE_CHARACTERS);
}
