export interface TextSize {
  words: number;
  /** An estimate from above of what common byte pair encodings make of the text. */
  tokens: number;
}

// Measured with cl100k and o200k on prose of each script; rounded up.
const TOKENS_PER_WORD_LETTER = 0.3;
const TOKENS_PER_WORD = 0.6;
const TOKENS_PER_WIDE_CHARACTER = 1.3;
const TOKENS_PER_OTHER_LETTER = 0.9;
const TOKENS_PER_MARK = 1;

// How many words of English say as much as one character of a script without spaces.
const WORDS_PER_IDEOGRAPH = 0.6;
const WORDS_PER_UNSPACED_LETTER = 0.22;

/** Measures `text.slice(start, end)` in one pass. */
export function measureText(text: string, start: number, end: number): TextSize {
  let words = 0;
  let tokens = 0;
  let inWord = false;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    const kind = code < 0x80 ? ASCII_KINDS[code]! : kindAbove(code);
    if (kind === LETTER || kind === OTHER_LETTER) {
      if (!inWord) words += 1;
      if (!inWord) tokens += TOKENS_PER_WORD;
      tokens += kind === LETTER ? TOKENS_PER_WORD_LETTER : TOKENS_PER_OTHER_LETTER;
      inWord = true;
    } else {
      inWord = false;
      if (kind === MARK) tokens += TOKENS_PER_MARK;
      else if (kind === IDEOGRAPH) {
        words += WORDS_PER_IDEOGRAPH;
        tokens += TOKENS_PER_WIDE_CHARACTER;
      } else if (kind === UNSPACED) {
        words += WORDS_PER_UNSPACED_LETTER;
        tokens += TOKENS_PER_OTHER_LETTER;
      }
    }
  }
  return { words, tokens };
}

const SPACE = 0;
const LETTER = 1;
const MARK = 2;
const OTHER_LETTER = 3;
const IDEOGRAPH = 4;
const UNSPACED = 5;

const ASCII_KINDS = Uint8Array.from({ length: 0x80 }, (_, code) => {
  if (code <= 0x20) return SPACE;
  return /[A-Za-z0-9]/.test(String.fromCharCode(code)) ? LETTER : MARK;
});

function kindAbove(code: number): number {
  if (code < 0x250) return code > 0xbf ? LETTER : MARK;
  if (code >= 0x2000 && code < 0x2e80) return MARK;
  if (code >= 0x3000 && code <= 0x3020) return MARK;
  if ((code >= 0x2e80 && code < 0xa4d0) || (code >= 0xf900 && code < 0xfb00)) return IDEOGRAPH;
  if (code >= 0xd800 && code < 0xe000) return IDEOGRAPH;
  const isSoutheastAsian = (code >= 0x0e00 && code < 0x0f00) || (code >= 0x1000 && code < 0x10a0);
  return isSoutheastAsian || (code >= 0x1780 && code < 0x1800) ? UNSPACED : OTHER_LETTER;
}
