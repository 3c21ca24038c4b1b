import { detectAll } from "tinyld";

/** Fewer letters than these could be of any language of their script. */
const LEAST_LETTERS = 12;
const LEAST_CERTAINTY = 0.3;
const LONGEST_READ = 500;

/** The language a question is written in, as ISO 639-1; null where it is too short or too mixed to tell. */
export function detectLanguage(text: string): string | null {
  const read = text.slice(0, LONGEST_READ);
  const letters = read.match(/\p{L}/gu)?.length ?? 0;
  const isDense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(
    read,
  );
  if (letters < (isDense ? 2 : LEAST_LETTERS)) return null;
  const [best] = detectAll(read);
  return best && best.accuracy >= LEAST_CERTAINTY ? best.lang : null;
}
