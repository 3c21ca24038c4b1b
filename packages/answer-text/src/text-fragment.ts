const MOST_QUOTED_WORDS = 10;
const EDGE_WORDS = 5;

/**
 * The address of a page at the words quoted from it, by a text fragment: the words themselves, or of
 * many (or of more than one paragraph, which one term cannot span) the first and the last.
 * https://wicg.github.io/scroll-to-text-fragment/
 */
export function textFragment(url: string, quote: string): string | null {
  if (!URL.canParse(url)) return null;
  const address = new URL(url);
  if (!/^https?:$/.test(address.protocol)) return null;
  const lines = quote
    .split("\n")
    .map(readWords)
    .filter((words) => words.length > 0);
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return null;
  const isShort = lines.length === 1 && first.length <= MOST_QUOTED_WORDS;
  const terms = isShort ? [first] : [first.slice(0, EDGE_WORDS), last.slice(-EDGE_WORDS)];
  const directive = `text=${terms.map(encodeTerm).join(",")}`;
  return `${address.href}${address.hash ? "" : "#"}:~:${directive}`;
}

function readWords(line: string): string[] {
  return line.match(/\S+/g) ?? [];
}

/** A hyphen would part a term from its context, so it is encoded like commas and ampersands. */
function encodeTerm(words: readonly string[]): string {
  return encodeURIComponent(words.join(" ")).replaceAll("-", "%2D");
}
