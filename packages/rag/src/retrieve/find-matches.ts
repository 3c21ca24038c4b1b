import type { Span } from "../chunk/split-sentences.ts";
import { extractWordTerms } from "../text/extract-terms.ts";
import { foldText } from "../text/fold-text.ts";
import { locateWords } from "../text/split-words.ts";

/**
 * Where a text holds the words of a query by which the lexical arm finds it, as UTF-16 spans in order.
 * Function words count only in a query of nothing else.
 */
export function findMatches(query: string, text: string): Span[] {
  const wanted = wantedTerms(query);
  const spans = locateWords(text).flatMap(({ text: word, dense, start }) =>
    dense ? matchRun(word, start, wanted) : matchWord(word, start, wanted),
  );
  return joinTouching(spans);
}

function wantedTerms(query: string): ReadonlySet<string> {
  const terms = extractWordTerms(query);
  const meant = terms.filter(({ functional }) => !functional);
  const counted = meant.length > 0 ? meant : terms;
  // One letter of a script without spaces stands in too much to mean a match, unless it is all there is.
  const long = counted.filter(({ term, dense }) => !dense || [...term].length > 1);
  return new Set((long.length > 0 ? long : counted).map(({ term }) => term));
}

function matchWord(word: string, start: number, wanted: ReadonlySet<string>): Span[] {
  const found = extractWordTerms(word).some(({ term }) => wanted.has(term));
  return found ? [{ start, end: start + word.length }] : [];
}

const LONGEST_GRAM = 3;

function matchRun(run: string, start: number, wanted: ReadonlySet<string>): Span[] {
  const letters = Array.from(run);
  const spans: Span[] = [];
  let offset = start;
  for (const [at, letter] of letters.entries()) {
    for (let length = LONGEST_GRAM; length > 0; length--) {
      const gram = letters.slice(at, at + length).join("");
      if (!wanted.has(foldText(gram))) continue;
      spans.push({ start: offset, end: offset + gram.length });
      break;
    }
    offset += letter.length;
  }
  return spans;
}

function joinTouching(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { start, end } of spans) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
