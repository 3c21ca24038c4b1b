import { type FoldedQuote, foldQuote } from "./fold-quote.ts";

const KEPT = 64;
const recent = new Map<string, FoldedQuote>();

/** As `foldQuote`; the sentences of an answer are looked for in the same few passages, one after another. */
export function foldPassage(text: string): FoldedQuote {
  const known = recent.get(text);
  const folded = known ?? foldQuote(text);
  recent.delete(text);
  recent.set(text, folded);
  const [oldest] = recent.keys();
  if (recent.size > KEPT && oldest !== undefined) recent.delete(oldest);
  return folded;
}
