import type { Span } from "./span.ts";

export const MOST_MATCHES = 2_000;
const FEWEST_CHARACTERS = 2;

/** Where words stand in a text, whatever their case and the white space between them. */
export function findMatches(text: string, words: string): Span[] {
  const wanted = words.trim();
  if (wanted.length < FEWEST_CHARACTERS) return [];
  const pattern = wanted.split(/\s+/).map(escapePattern).join("\\s+");
  const matches: Span[] = [];
  for (const { index, 0: found } of text.matchAll(new RegExp(pattern, "giu"))) {
    matches.push({ start: index, end: index + found.length });
    if (matches.length === MOST_MATCHES) break;
  }
  return matches;
}

function escapePattern(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
