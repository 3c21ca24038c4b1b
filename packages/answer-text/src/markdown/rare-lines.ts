import type { LineContent } from "./read-line.ts";

const RULE = /^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const FENCE = /^[ \t]*(`{3,}|~{3,})[^`]*$/;
const ROW = /^[ \t]*\|/;
const QUOTE = /^[ \t]*>[ \t]?/;

export function isRule(line: string): boolean {
  return RULE.test(line);
}

/** What begins code, a quote or a row; null for all else. */
export function readRareContent(content: string): LineContent | null {
  const fence = FENCE.exec(content)?.[1];
  if (fence) return { kind: "code", contentAt: content.length, fence };
  const quote = QUOTE.exec(content);
  if (quote) return { kind: "quote", contentAt: quote[0].length, fence: null };
  if (!ROW.test(content)) return null;
  return { kind: "row", contentAt: content.length - content.trimStart().length, fence: null };
}
