import type { Rect } from "./rect.ts";

/** A run of text as PDF.js reads it from a page; sizes are in the file's own units. */
export interface PageItem {
  str: string;
  transform: number[];
  width: number;
}

const ASCENT = 0.82;
const DESCENT = 0.24;

/** Where a part of a run (shares of its length) stands on the page as `view` shows it. */
export function placeItem(
  { transform, width }: PageItem,
  view: readonly number[],
  part: { from: number; to: number } = { from: 0, to: 1 },
): Rect {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
  const length = Math.hypot(a, b) || 1;
  const along = { x: a / length, y: b / length };
  const corners = [part.from, part.to].flatMap((share) =>
    [-DESCENT, ASCENT].map((rise) =>
      show(view, {
        x: e + along.x * width * share + c * rise,
        y: f + along.y * width * share + d * rise,
      }),
    ),
  );
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

function show(view: readonly number[], { x, y }: { x: number; y: number }) {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view;
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}
