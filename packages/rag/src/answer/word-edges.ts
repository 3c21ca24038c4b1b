/** Scripts written without spaces have no word edge that a reader could see. */
const LETTER =
  "(?:(?![\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}])[\\p{L}\\p{M}\\p{N}])";
const JOINER = "(?:['’‑‐\\-]|(?<=\\p{N})[.,:/–−](?=\\p{N}))";
const SIGN = "(?:(?<![\\p{L}\\p{N}\\p{P}])[-−+]\\p{Sc}?(?=\\p{N}))";
const WORDS = new RegExp(`${SIGN}?${LETTER}+(?:${JOINER}${LETTER}+)*`, "gu");
const REACH = 8;

/** Whether an edge of the span falls inside a word, a signed number or a hyphenated compound. */
export function cutsWord(text: string, { start, end }: { start: number; end: number }): boolean {
  return cutsAt(text, start) || cutsAt(text, end);
}

function cutsAt(text: string, edge: number): boolean {
  const from = Math.max(0, edge - REACH);
  for (const { 0: word, index } of text.slice(from, edge + REACH).matchAll(WORDS)) {
    if (from + index < edge && edge < from + index + word.length) return true;
  }
  return false;
}
