/**
 * `⟦3|exact words⟧`: brackets that no text reaches the prompt with, one character wide, so that
 * whatever begins with one is a mark, whole or broken, however the stream was split.
 */
export const MARK_OPEN = "⟦";
export const MARK_CLOSE = "⟧";
/** Stands alone where the passages do not answer. */
export const NO_ANSWER_MARK = "⟦none⟧";

export interface EvidenceMark {
  /** As the model numbered it: 1 is the first passage of the prompt. */
  passageNumber: number;
  quote: string;
}

const EVIDENCE = /^\s*(?:passage\s*)?#?(\d{1,3})\s*[|｜:：]\s*(\S[\s\S]*)$/iu;
const WRAPPING_QUOTES = /^["“”„«»「『](.*)["“”«»」』]$/su;

/** What the inside of a mark says; null when it says nothing that can be checked. */
export function readMark(inside: string): EvidenceMark | "no_answer" | null {
  if (/^\s*none\s*$/i.test(inside)) return "no_answer";
  const [, number, quote] = EVIDENCE.exec(inside) ?? [];
  if (!number || !quote) return null;
  const trimmed = quote.trim();
  return {
    passageNumber: Number(number),
    quote: WRAPPING_QUOTES.exec(trimmed)?.[1]?.trim() || trimmed,
  };
}
