import { measureText } from "./measure-text.ts";
import type { Span } from "./split-sentences.ts";

// No character costs more tokens than this, so a stretch this short cannot exceed the ceiling.
const MOST_TOKENS_PER_CHARACTER = 1.6;

/** Cuts a span that exceeds the ceiling, at white space where there is any, never inside a character. */
export function splitLong(text: string, span: Span, mostTokens: number): Span[] {
  const mostCharacters = Math.floor(mostTokens / MOST_TOKENS_PER_CHARACTER);
  if (span.end - span.start <= mostCharacters) return [span];
  if (
    measureText(text, span.start, Math.min(span.end, span.start + mostTokens * 8)).tokens <=
    mostTokens
  ) {
    if (span.end - span.start <= mostTokens * 8) return [span];
  }
  const parts: Span[] = [];
  let { start } = span;
  while (start < span.end) {
    const end =
      span.end - start <= mostCharacters
        ? span.end
        : cutBefore(text, start, start + mostCharacters);
    if (/\S/.test(text.slice(start, end))) parts.push(trim(text, start, end));
    start = end;
  }
  return parts;
}

function cutBefore(text: string, start: number, limit: number): number {
  for (let at = limit; at > start + (limit - start) / 2; at -= 1) {
    if (/\s/.test(text[at - 1]!)) return at;
  }
  const isLowSurrogate = (text.charCodeAt(limit) & 0xfc00) === 0xdc00;
  return isLowSurrogate || /\p{M}/u.test(text[limit] ?? "") ? limit - 1 : limit;
}

function trim(text: string, start: number, end: number): Span {
  const part = text.slice(start, end);
  const lead = part.length - part.trimStart().length;
  return { start: start + lead, end: end - (part.length - part.trimEnd().length) };
}
