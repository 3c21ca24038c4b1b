import type { Passage } from "#features/sources/passage.ts";
import { type Bar, layBars } from "./lay-bars.ts";
import type { PageMap } from "./page-map.ts";
import type { Rect } from "./rect.ts";

export interface PlacedPassage {
  passage: Passage;
  lines: Rect[];
  bars: Bar[];
}

/** The passages that stand on a page, or run onto it, where they stand. */
export function placePassages(
  passages: readonly Passage[],
  { map, number, pageWidth }: { map: PageMap; number: number; pageWidth: number },
): PlacedPassage[] {
  return passages.flatMap((passage) => {
    const { page = 0, pageEnd = page } = passage.locator;
    if (number < page || number > pageEnd) return [];
    const lines = map.linesOf(passage.locator);
    return lines.length > 0 ? [{ passage, lines, bars: layBars(lines, pageWidth) }] : [];
  });
}

/** The passage at a point of the page; the one that begins last where two overlap. */
export function passageAt(
  placed: readonly PlacedPassage[],
  point: { x: number; y: number },
): Passage | null {
  return (
    placed.findLast(({ lines }) => lines.some((line) => isInside(line, point)))?.passage ?? null
  );
}

function isInside({ x, y, width, height }: Rect, point: { x: number; y: number }): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}
