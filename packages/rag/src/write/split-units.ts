import { type Span, splitSentences } from "../chunk/split-sentences.ts";

const BAR_LINE = /^[ \t]*\|/m;
const DELIMITERS = /^[\s|:-]*$/;

/**
 * What of an answer is checked as one: its sentences, and of a Markdown table each row, whatever
 * stands in its cells, and the head with the delimiters below it.
 */
export function splitUnits(text: string): Span[] {
  if (!BAR_LINE.test(text)) return splitSentences(text);
  const units: Span[] = [];
  for (const { start, end } of splitBlocks(text)) {
    const block = text.slice(start, end);
    if (!BAR_LINE.test(block)) {
      for (const span of splitSentences(block)) {
        units.push({ start: start + span.start, end: start + span.end });
      }
      continue;
    }
    const row = { start: end - block.trimStart().length, end: start + block.trimEnd().length };
    const head = units.at(-1);
    const isBelow = head && text[head.start] === "|" && !/\n\s*\n/.test(text.slice(head.end, end));
    if (isBelow && DELIMITERS.test(block)) head.end = row.end;
    else units.push(row);
  }
  return units;
}

/** Each line that begins with a bar by itself, and what stands between such lines. */
function splitBlocks(text: string): Span[] {
  const blocks: Span[] = [];
  let wasBar = true;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed + 1;
    const isBar = BAR_LINE.test(text.slice(start, end));
    const last = blocks.at(-1);
    if (last && !isBar && !wasBar) last.end = end;
    else blocks.push({ start, end });
    wasBar = isBar;
    start = end;
  }
  return blocks;
}
