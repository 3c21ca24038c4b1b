export interface QuoteInContext {
  before: string;
  quote: string;
  after: string;
}

const CONTEXT_CHARACTERS = 160;

/**
 * The words around a quote, cut at word edges; null when the source no longer holds the quote at
 * that place. Offsets are UTF-16.
 */
export function findQuoteContext(
  text: string,
  { start, end, quote }: { start: number; end: number; quote: string },
): QuoteInContext | null {
  if (text.slice(start, end) !== quote) return null;
  const head = text.slice(Math.max(0, start - CONTEXT_CHARACTERS), start);
  const tail = text.slice(end, end + CONTEXT_CHARACTERS);
  return {
    before: plain(start > CONTEXT_CHARACTERS ? `…${head.replace(/^\S*\s/, "")}` : head),
    quote,
    after: plain(end + CONTEXT_CHARACTERS < text.length ? `${tail.replace(/\s\S*$/, "")}…` : tail),
  };
}

/** Without the marks of Markdown's headings. */
function plain(words: string): string {
  return words.replace(/^#{1,6} +/gm, "");
}
