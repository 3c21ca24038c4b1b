import type { Line } from "./page-lines.ts";

const TIGHT_LEADING_EMS = 2;

/** A margin note or logo whose height falls between two lines of a block goes after the block. */
export function untangleLines(given: readonly Line[]): Line[] {
  const lines = [...given];
  for (let at = 1; at + 1 < lines.length; at += 1) {
    const [before, line, after] = [lines[at - 1]!, lines[at]!, lines[at + 1]!];
    const isBlock =
      isBesides(before, line) &&
      isBesides(after, line) &&
      !isBesides(before, after) &&
      Math.abs(before.size - after.size) < 0.5 &&
      after.baseline - before.baseline < TIGHT_LEADING_EMS * after.size;
    if (isBlock) [lines[at], lines[at + 1]] = [after, line];
  }
  return lines;
}

function isBesides(a: Line, b: Line): boolean {
  return a.right < b.left || b.right < a.left;
}
