const ASCII_ONLY = /^[\u0000-\u007f]*$/;
const HAS_MARKS =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]\p{Mn}/u;
const MARKS_THAT_FOLD =
  /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}])\p{Mn}+/gu;
const TATWEEL = /\u0640/g;

/**
 * One spelling for what readers take as the same letters: NFKC, lower case, no diacritics where they
 * are accents. In scripts whose marks are vowels (Devanagari, Thai …) the marks stay.
 */
export function foldText(text: string): string {
  if (ASCII_ONLY.test(text)) return text.toLowerCase();
  const lower = text.normalize("NFKC").toLowerCase().replace(/ß/g, "ss").replace(/ı/g, "i");
  const decomposed = lower.replace(TATWEEL, "").normalize("NFD");
  const bare = HAS_MARKS.test(decomposed) ? decomposed.replace(MARKS_THAT_FOLD, "$1") : decomposed;
  return bare.normalize("NFC");
}
