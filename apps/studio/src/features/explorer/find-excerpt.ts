import type { Span } from "#features/viewer/span.ts";

const LONG_CHARACTERS = 500;
const SHOWN_CHARACTERS = 400;

/** Where to begin a long passage so that most of what matched is in sight; null for one shown whole. */
export function findExcerpt(text: string, matches: readonly Span[]): number | null {
  if (text.length <= LONG_CHARACTERS) return null;
  let best = { start: 0, count: 0 };
  for (const { start } of matches) {
    const count = matches.filter(
      (other) => other.start >= start && other.end <= start + SHOWN_CHARACTERS,
    ).length;
    if (count > best.count) best = { start, count };
  }
  const before = text.slice(0, best.start);
  return before.length - (/[^.!?。！？\n]*$/u.exec(before)?.[0].trimStart().length ?? 0);
}
