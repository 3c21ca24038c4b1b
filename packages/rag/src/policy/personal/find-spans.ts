import type { PersonalKind, PersonalSpan } from "./kinds.ts";

interface Sought {
  kind: PersonalKind;
  pattern: RegExp;
  isRight: (found: string, start: number) => boolean;
}

/** What a pattern finds and a check lets pass. */
export function findSpans(text: string, { kind, pattern, isRight }: Sought): PersonalSpan[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: found, index: start }) =>
    isRight(found, start) ? [{ kind, start, end: start + found.length }] : [],
  );
}

const SEPARATOR = /[ .-]/g;

/**
 * The same where a check is strict enough to be asked of parts: as many groups of what was found as
 * pass, and else the next may begin within it. "ID 86 …" looks like the beginning of an account number.
 */
export function findWithin(text: string, { kind, pattern, isRight }: Sought): PersonalSpan[] {
  const spans: PersonalSpan[] = [];
  const seeking = new RegExp(pattern);
  for (let match = seeking.exec(text); match; match = seeking.exec(text)) {
    const { 0: found, index: start } = match;
    const right = prefixesOf(found).find((prefix) => isRight(prefix, start));
    if (right !== undefined) spans.push({ kind, start, end: start + right.length });
    seeking.lastIndex = start + (right?.length ?? 1);
  }
  return spans;
}

function prefixesOf(found: string): string[] {
  const ends = [...found.matchAll(SEPARATOR)].map(({ index }) => index);
  return [found, ...ends.toReversed().map((end) => found.slice(0, end))];
}
