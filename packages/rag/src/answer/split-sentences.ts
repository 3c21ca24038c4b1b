import type { TextSpan } from "./find-quote.ts";

const BREAK =
  /(?<=[.!?…]["'”’)\]»]*)\s+(?=["'“‘([«¿¡]*[\p{Lu}\p{Lo}\p{N}])|(?<=[。！？][」』）”]*)|(?<=[।؟۔።])\s+|\s*\n\s*\n\s*|\s*\n(?=[ \t]*(?:[-*•]|\p{N}{1,3}[.)])[ \t])/gu;
const ABBREVIATION =
  /(?:^|[\s(])(?:\p{Lu}|Dr|Mr|Mrs|Ms|St|Prof|vs|etc|e\.g|i\.e|Fig|No|Jr|Sr|Gen|Col|approx|cf)\.$/u;

export function splitSentences(text: string): TextSpan[] {
  const spans: TextSpan[] = [];
  let start = 0;
  for (const match of text.matchAll(BREAK)) {
    if (
      ABBREVIATION.test(text.slice(Math.max(0, match.index - 12), match.index)) &&
      !match[0].includes("\n\n")
    )
      continue;
    push(spans, text, start, match.index);
    start = match.index + match[0].length;
  }
  push(spans, text, start, text.length);
  return spans;
}

function push(spans: TextSpan[], text: string, start: number, end: number): void {
  const raw = text.slice(start, end);
  const trimmed = raw.trim();
  if (!trimmed) return;
  const offset = start + raw.indexOf(trimmed);
  spans.push({ start: offset, end: offset + trimmed.length });
}
