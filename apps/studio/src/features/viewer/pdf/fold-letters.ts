import type { Span } from "../span.ts";

/** The letters and digits of a text, folded, each with where it stands in that text (UTF-16). */
export interface Letters {
  folded: string;
  at: number[];
}

const LETTER = /[\p{L}\p{N}]/u;

/** Leaves out what two readings of one page differ in: white space, hyphens, marks and case. */
export function foldLetters(text: string, { start, end }: Span = { start: 0, end: text.length }) {
  const letters: Letters = { folded: "", at: [] };
  for (let at = start; at < end; ) {
    const point = text.codePointAt(at) ?? 0;
    const character = String.fromCodePoint(point);
    const folded = point < 128 ? character.toLowerCase() : foldWide(character);
    for (const unit of folded) {
      if (!LETTER.test(unit)) continue;
      letters.folded += unit;
      for (let i = 0; i < unit.length; i += 1) letters.at.push(at);
    }
    at += character.length;
  }
  return letters;
}

function foldWide(character: string): string {
  return character.normalize("NFKD").toLowerCase();
}

export function joinLetters(parts: readonly Letters[]): Letters {
  return {
    folded: parts.map(({ folded }) => folded).join(""),
    at: parts.flatMap(({ at }) => at),
  };
}
