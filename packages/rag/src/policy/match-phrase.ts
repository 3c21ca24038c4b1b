import { type Letters, likenessOf, readLetters } from "./read-letters.ts";

export interface PhraseMatcher {
  /** Whether it stands in a text, or in what of it lies behind the first so many characters. */
  isIn(text: ReadText): boolean;
}

/** A text as phrases are sought in it. */
export interface ReadText {
  raw: string;
  plain: Letters;
  lookalike: Letters | null;
  /** Letters that belong to what was said before: a phrase must reach beyond them. */
  before: { plain: number; lookalike: number };
}

interface Part {
  letters: string;
  startsWord: boolean;
  endsWord: boolean;
}

const MOST_WORDS_BETWEEN = 6;
const DENSE =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

export function readForPhrases(text: string, before = ""): ReadText {
  const [read, earlier] = [readLetters(before + text), readLetters(before)];
  return {
    raw: before + text,
    ...read,
    before: {
      plain: earlier.plain.text.length,
      lookalike: (earlier.lookalike ?? earlier.plain).text.length,
    },
  };
}

/** Finds a phrase however its letters are spaced, accented, hyphenated or dressed up. */
export function createPhraseMatcher(phrase: string): PhraseMatcher {
  const parts = splitPhrase(phrase, (text) => readLetters(text).plain.text);
  const lookalikes = splitPhrase(phrase, (text) => readLetters(likenessOf(text)).plain.text);
  const sign = phrase.normalize("NFKC").toLowerCase().trim();
  return {
    isIn({ raw, plain, lookalike, before }) {
      if (parts.length === 0)
        return sign !== "" && raw.normalize("NFKC").toLowerCase().includes(sign);
      if (holds(plain, parts, before.plain)) return true;
      return lookalike !== null && holds(lookalike, lookalikes, before.lookalike);
    },
  };
}

function splitPhrase(phrase: string, fold: (text: string) => string): Part[] {
  return phrase
    .split(/(?:^|\s)\*+(?=\s|$)/u)
    .map((part) => part.trim())
    .map((part) => ({
      letters: fold(part.replaceAll("*", "")),
      startsWord: !part.startsWith("*"),
      endsWord: !part.endsWith("*"),
    }))
    .filter(({ letters }) => letters !== "");
}

function holds(letters: Letters, parts: readonly Part[], before: number): boolean {
  const [first, ...others] = parts;
  for (const span of findPart(letters, first!, 0)) {
    const end = others.reduce<number | null>(
      (from, part) => (from === null ? null : findNext(letters, part, from)),
      span.end,
    );
    if (end !== null && end > before) return true;
  }
  return false;
}

/** The end of the first place behind `from`, with few enough words between. */
function findNext(letters: Letters, part: Part, from: number): number | null {
  for (const { start, end } of findPart(letters, part, from)) {
    const between = letters.wordOf[start]! - letters.wordOf[from - 1]! - 1;
    return between <= MOST_WORDS_BETWEEN ? end : null;
  }
  return null;
}

function* findPart({ text, wordOf }: Letters, part: Part, from: number) {
  const { letters, startsWord, endsWord } = part;
  const isEdge = (at: number) =>
    at === 0 ||
    at === text.length ||
    wordOf[at] !== wordOf[at - 1] ||
    DENSE.test(text[at]!) ||
    DENSE.test(text[at - 1]!);
  for (let start = text.indexOf(letters, from); start >= 0; ) {
    const end = start + letters.length;
    if ((!startsWord || isEdge(start)) && (!endsWord || isEdge(end))) yield { start, end };
    start = text.indexOf(letters, start + 1);
  }
}
