import { foldPassage } from "./fold-passage.ts";
import { foldQuote } from "./fold-quote.ts";
import { cutsWord } from "./word-edges.ts";

export interface TextSpan {
  start: number;
  end: number;
}

/**
 * Where a quote stands word for word in a passage, as UTF-16 offsets into the passage, or null.
 * White space, typographic quotes and dashes, compatibility forms and case may differ; nothing
 * else may: a quote that is altered, spliced, or cut out of the middle of a word, a number or a
 * compound ("can" of "cannot", "25" of "25,000") is not found.
 */
export function findQuote(passageText: string, quote: string): TextSpan | null {
  const wanted = foldQuote(quote).text.trim();
  if (!/[\p{L}\p{N}]/u.test(wanted)) return null;
  const passage = foldPassage(passageText);
  let at = passage.text.indexOf(wanted);
  while (at >= 0) {
    const last = at + wanted.length - 1;
    const span = { start: passage.starts[at]!, end: passage.ends[last]! };
    const splitsCharacter =
      (at > 0 && passage.starts[at - 1] === span.start) || passage.ends[last + 1] === span.end;
    if (!splitsCharacter && !cutsWord(passageText, span)) return span;
    at = passage.text.indexOf(wanted, at + 1);
  }
  return null;
}
