import { type Rect, unionOf } from "./rect.ts";

/** A stretch of a passage beside a margin; `x` is the edge of its lines there. */
export interface Bar {
  side: "left" | "right";
  x: number;
  y: number;
  height: number;
}

/** What begins further right than this is marked in the right margin, clear of what is left of it. */
const RIGHT_FROM = 0.45;
const WIDEST_GAP_LINES = 2;

/** The lines of a passage as bars in the outer margins, the one that it begins in first. */
export function layBars(lines: readonly Rect[], pageWidth: number): Bar[] {
  const [first] = lines;
  const isRight = ({ x }: Rect) => x > pageWidth * RIGHT_FROM;
  const left = mergeStretches(lines.filter((line) => !isRight(line)));
  const right = mergeStretches(lines.filter(isRight));
  return [
    ...left.map(({ x, y, height }): Bar => ({ side: "left", x, y, height })),
    ...right.map(({ x, y, width, height }): Bar => ({ side: "right", x: x + width, y, height })),
  ].sort((a, b) => Number(begins(b, first, isRight)) - Number(begins(a, first, isRight)));
}

function mergeStretches(lines: readonly Rect[]): Rect[] {
  const stretches: Rect[] = [];
  for (const line of lines.toSorted((a, b) => a.y - b.y)) {
    const last = stretches.at(-1);
    const isNear = last && line.y - (last.y + last.height) < WIDEST_GAP_LINES * line.height;
    if (isNear) stretches[stretches.length - 1] = unionOf([last, line]);
    else stretches.push(line);
  }
  return stretches;
}

function begins(
  { side, y, height }: Bar,
  line: Rect | undefined,
  isRight: (line: Rect) => boolean,
) {
  if (!line || isRight(line) !== (side === "right")) return false;
  return line.y >= y && line.y <= y + height;
}
