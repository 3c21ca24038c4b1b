import { type Rect, unionOf } from "./rect.ts";

const SAME_LINE = 0.5;
const WIDEST_GAP_HEIGHTS = 1.6;

/** Joins rectangles in reading order to lines: what stands level and close is one. */
export function mergeLines(rects: readonly Rect[]): Rect[] {
  const lines: Rect[] = [];
  for (const rect of rects) {
    const last = lines.at(-1);
    if (last && isLevel(last, rect) && gapOf(last, rect) < WIDEST_GAP_HEIGHTS * rect.height)
      lines[lines.length - 1] = unionOf([last, rect]);
    else lines.push(rect);
  }
  return lines;
}

function isLevel(a: Rect, b: Rect): boolean {
  const overlap = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return overlap > SAME_LINE * Math.min(a.height, b.height);
}

/** How far apart two stand side by side; 0 where one is above the other. */
function gapOf(a: Rect, b: Rect): number {
  return Math.max(0, b.x - (a.x + a.width), a.x - (b.x + b.width));
}
