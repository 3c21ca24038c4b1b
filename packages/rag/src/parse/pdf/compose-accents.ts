const COMBINING: Record<string, string> = {
  "¨": "\u0308",
  "´": "\u0301",
  "`": "\u0300",
  ˆ: "\u0302",
  "˜": "\u0303",
  ˇ: "\u030C",
  "˚": "\u030A",
  "¯": "\u0304",
  "˘": "\u0306",
  "˝": "\u030B",
  "¸": "\u0327",
};
const BEFORE_LETTER = /([¨´ˆ˜ˇ˚¯˘˝]|(?<=\p{L})`)(\p{L})/gu;
const AFTER_LETTER = /([cCsStT])(¸)/g;

/** Word's PDF files take a ligature of lam and alef apart in the order of signs, not of letters: `اإل`. */
export function orderLamAlef(text: string): string {
  return text.includes("ا") ? text.replace(/ا([أإآ])ل/g, "ال$1") : text;
}

/** TeX's older fonts have no letters with accents: a free-standing accent is set over the next letter. */
export function composeAccents(text: string): string {
  if (!/[¨´`ˆ˜ˇ˚¯˘˝¸]/.test(text)) return text;
  return text
    .replace(BEFORE_LETTER, (pair, accent, letter) => compose(letter, accent) ?? pair)
    .replace(AFTER_LETTER, (pair, letter, accent) => compose(letter, accent) ?? pair);
}

function compose(letter: string, accent: string): string | undefined {
  const composed = (letter.replace("ı", "i") + COMBINING[accent]).normalize("NFC");
  return composed.length === 1 ? composed : undefined;
}
