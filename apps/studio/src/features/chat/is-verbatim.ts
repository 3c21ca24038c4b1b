import type { Message } from "@understudy/core/conversation/contract";

const collapse = (text: string) => text.replace(/\s+/gu, " ").trim();

/** Whether an answer is nothing but quotations: every word of it stands in a citation's quote. */
export function isVerbatim({ text, citations }: Pick<Message, "text" | "citations">): boolean {
  if (citations.length === 0) return false;
  let rest = text;
  for (const { quote, answerSpan } of citations.toSorted(
    (a, b) => b.answerSpan.start - a.answerSpan.start,
  )) {
    const { start, end } = answerSpan;
    if (collapse(text.slice(start, end)) !== collapse(quote)) return false;
    rest = rest.slice(0, start) + rest.slice(end);
  }
  return !/[\p{L}\p{N}]/u.test(rest);
}
