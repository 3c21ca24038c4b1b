import type { Span } from "../span.ts";
import { alignLetters } from "./align-letters.ts";
import { foldLetters, joinLetters } from "./fold-letters.ts";
import { mergeLines } from "./merge-rects.ts";
import { type PageItem, placeItem } from "./place-item.ts";
import type { Rect } from "./rect.ts";

/** Where spans of the text as understood stand on one page. */
export interface PageMap {
  /** The lines of a span that stand on this page, in reading order. */
  linesOf(span: Span): Rect[];
}

/** A stretch of the text that the parser found on the page, and the box it found it in. */
export interface PlacedBlock extends Span {
  box?: Rect;
}

const FEWEST_PLACED = 0.5;

/**
 * Ties the text as understood to the glyphs of a page: its letters are aligned with the page's own,
 * whatever their order there. Where too few are found again, the parser's boxes stand in.
 */
export function mapPage(
  { text, blocks }: { text: string; blocks: readonly PlacedBlock[] },
  { items, view }: { items: readonly PageItem[]; view: readonly number[] },
): PageMap {
  const source = joinLetters(blocks.map((block) => foldLetters(text, block)));
  const letters = joinLetters(items.map(({ str }) => foldLetters(str)));
  const owners = items.flatMap((item) => foldLetters(item.str).at.map(() => item));
  const placed = alignLetters(source.folded, letters.folded);
  const first = Math.min(...blocks.map(({ start }) => start));
  const last = Math.max(...blocks.map(({ end }) => end));

  const glyphRects = (from: number, to: number): Rect[] => {
    const rects: Rect[] = [];
    for (let at = from; at < to; ) {
      const place = placed[at]!;
      const item = owners[place];
      let next = at + 1;
      while (
        next < to &&
        item &&
        owners[placed[next]!] === item &&
        placed[next]! > placed[next - 1]!
      )
        next += 1;
      if (item) rects.push(cutItem(item, letters.at[place]!, letters.at[placed[next - 1]!]!, view));
      at = next;
    }
    return rects;
  };

  return {
    linesOf(span) {
      if (span.end <= first || span.start >= last) return [];
      const from = lowerBound(source.at, span.start);
      const to = lowerBound(source.at, span.end);
      const found = placed.subarray(from, to).filter((place) => place >= 0).length;
      if (found > 0 && found >= FEWEST_PLACED * (to - from))
        return mergeLines(glyphRects(from, to));
      return blocks
        .filter((block) => block.start < span.end && block.end > span.start)
        .flatMap(({ box }) => box ?? []);
    },
  };
}

const MARK = /[^\p{L}\p{N}\s]/u;

/** The part of a run from one of its letters to another with their marks, as if all were as wide. */
function cutItem(item: PageItem, first: number, last: number, view: readonly number[]): Rect {
  const { str } = item;
  let start = first;
  let end = last + 1;
  while (start > 0 && MARK.test(str[start - 1]!)) start -= 1;
  while (end < str.length && MARK.test(str[end]!)) end += 1;
  return placeItem(item, view, { from: start / str.length, to: end / str.length });
}

function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
