import { parseSpan } from "#features/sources/cut-text.ts";
import type { Passage } from "#features/sources/passage.ts";
import type { Span } from "./span.ts";

/** The span that an address names, and the passage that it is or lies in; null where there is none. */
export function resolvePassage(
  named: string | undefined,
  passages: readonly Passage[],
): { span: Span | null; passage: Passage | null } {
  const span = parseSpan(named);
  const passage = span
    ? (passages.find(({ locator }) => locator.start <= span.start && locator.end >= span.end) ??
      passages.find(({ locator }) => locator.end > span.start))
    : passages.find(({ id }) => id === named);
  return { span: span ?? passage?.locator ?? null, passage: passage ?? null };
}
