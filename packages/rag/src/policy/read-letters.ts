import unhomoglyph from "unhomoglyph";
import { foldText } from "../text/fold-text.ts";

/** The letters and digits of a text alone, as a reader takes them. */
export interface Letters {
  text: string;
  /** For each UTF-16 unit of `text`, the number of the word it belongs to. */
  wordOf: Uint32Array;
}

const LETTERS = /[\p{L}\p{N}\p{M}]+/gu;
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const PLAIN = /^[\p{ASCII}]*$/u;
const DIGIT_IN_WORD = /[a-z]\d|\d[a-z]/i;
const LINK = /\[([^\]\n]{0,300})\]\(([^)\n]{0,300})\)/g;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(?:shy|zwnj|zwj|nbsp));/gi;
const TAG = /<\/?[a-z][^<>]{0,100}>/gi;
const BOXED = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/gu;
const LAST_CODE_POINT = 0x10ffff;

/**
 * A text without what hides words from a comparison: invisible characters, accents, spacing,
 * punctuation, markup and entities; and once more with look-alikes of letters taken for them, where it
 * holds any. (Unicode TS 39, confusables)
 */
export function readLetters(text: string): { plain: Letters; lookalike: Letters | null } {
  const shown = text
    .replace(LINK, "$1 $2")
    .replace(TAG, "")
    .replace(ENTITY, decode)
    .replace(INVISIBLE, "");
  const plain = gather(foldText(shown));
  const isPlain = PLAIN.test(shown) && !DIGIT_IN_WORD.test(shown);
  return { plain, lookalike: isPlain ? null : gather(likenessOf(shown)) };
}

/** What all texts that look alike have in common; not to be read. */
export function likenessOf(text: string): string {
  const unboxed = text.replace(BOXED, unbox).normalize("NFKC");
  // Lower case before: a capital I looks like an l, and a capital Cyrillic В like a B, but not в like b.
  const lower = unboxed.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
  return foldText(unhomoglyph(foldText(unhomoglyph(lower)))).replace(/i/g, "l");
}

function gather(folded: string): Letters {
  const words = folded.match(LETTERS) ?? [];
  const text = words.join("");
  const wordOf = new Uint32Array(text.length);
  let at = 0;
  for (const [number, word] of words.entries()) {
    wordOf.fill(number, at, at + word.length);
    at += word.length;
  }
  return { text, wordOf };
}

function decode(_: string, decimal?: string, hexadecimal?: string): string {
  const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? "0", 16);
  return code > 0 && code <= LAST_CODE_POINT ? String.fromCodePoint(code) : "";
}

function unbox(letter: string): string {
  const code = letter.codePointAt(0)!;
  const first = code >= 0x1f1e6 ? 0x1f1e6 : code >= 0x1f170 ? 0x1f170 : 0x1f150;
  return String.fromCharCode(97 + code - first);
}
