import type { Block } from "../parse/document.ts";
import { measureText, type TextSize } from "./measure-text.ts";
import type { Section } from "./section.ts";
import { splitLong } from "./split-long.ts";
import { type Span, splitSentences } from "./split-sentences.ts";

/** What a passage is made of: a sentence, a list item, a row, a line of code, or a heading. */
export interface Unit extends Span, TextSize {
  block: Block;
  /** Another than `block` where a sentence runs over a page break. */
  lastBlock: Block;
  /** Whether a paragraph, item or row ends here. */
  endsBlock: boolean;
  /** In a table or sheet, the row that the unit stands in. */
  row?: number;
}

/** The units of a section in order. None is larger than `mostTokens`. */
export function splitUnits(text: string, section: Section, mostTokens: number): Unit[] {
  const units: Unit[] = [];
  for (const run of joinContinued(text, section.blocks)) {
    const [first] = run;
    if (!first) continue;
    const spans = splitRun(text, first, run.at(-1)!.end);
    let index = 0;
    let row = first.row ?? 0;
    let rowEnd = first.start;
    for (const span of spans.flatMap((s) => splitLong(text, s, mostTokens))) {
      while (index + 1 < run.length && run[index + 1]!.start <= span.start) index += 1;
      if (first.row !== undefined) row += countLineEnds(text, rowEnd, span.start);
      rowEnd = span.start;
      const size = measureText(text, span.start, span.end);
      units.push({
        ...span,
        ...size,
        block: run[index]!,
        lastBlock: run.findLast(({ start }) => start < span.end)!,
        endsBlock: false,
        ...(row > 0 && { row }),
      });
    }
    if (units.length > 0) units.at(-1)!.endsBlock = true;
  }
  return units;
}

/** Blocks that carry on the one before in mid-sentence (over a page break) are split as one. */
function joinContinued(text: string, blocks: readonly Block[]): Block[][] {
  const runs: Block[][] = [];
  for (const block of blocks) {
    const last = runs.at(-1)?.at(-1);
    const isContinued =
      last !== undefined &&
      last.kind !== "heading" &&
      block.kind === "paragraph" &&
      !text.slice(last.end, block.start).includes("\n");
    if (isContinued) runs.at(-1)!.push(block);
    else runs.push([block]);
  }
  return runs;
}

function splitRun(text: string, first: Block, end: number): Span[] {
  const { start } = first;
  if (first.kind === "heading") return [{ start, end }];
  if (first.kind === "table" || first.kind === "code") return splitLines(text, start, end);
  return splitSentences(text.slice(start, end)).map((span) => ({
    start: span.start + start,
    end: span.end + start,
  }));
}

function splitLines(text: string, start: number, end: number): Span[] {
  const lines: Span[] = [];
  for (let at = start; at < end; ) {
    const newline = text.indexOf("\n", at);
    const stop = newline < 0 || newline > end ? end : newline;
    if (/\S/.test(text.slice(at, stop))) lines.push({ start: at, end: stop });
    at = stop + 1;
  }
  return lines;
}

const NEWLINE = 10;

function countLineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === NEWLINE) count += 1;
  return count;
}
