import type { Line, PageLines } from "./page-lines.ts";

/** How the running text of a document looks; headings are what differs from it. */
export interface BodyStyle {
  size: number;
  font: string;
  /** Sizes of larger lines, largest first: their rank is the level of a heading. */
  headingSizes: number[];
}

const LARGER = 1.12;
const MAX_LEVELS = 4;

export function findBodyStyle(pages: readonly PageLines[]): BodyStyle {
  const lines = pages.flatMap(({ regions }) => regions.flat());
  const size = heaviest(lines, (line) => roundSize(line.size));
  const font = heaviest(
    lines.filter((line) => roundSize(line.size) === size),
    (line) => line.font,
  );
  const larger = new Set(
    lines.filter((line) => isLarger(line, size)).map((l) => roundSize(l.size)),
  );
  return { size, font, headingSizes: [...larger].sort((a, b) => b - a) };
}

export function roundSize(size: number): number {
  return Math.round(size * 2) / 2;
}

function isLarger(line: Line, size: number): boolean {
  return roundSize(line.size) >= size * LARGER;
}

/** The level of a line that is larger than the body, or 0. */
export function sizeLevel(line: Line, { size, headingSizes }: BodyStyle): number {
  if (!isLarger(line, size)) return 0;
  const rank = headingSizes.indexOf(roundSize(line.size));
  return Math.min(MAX_LEVELS, rank + 1);
}

function heaviest<Key>(lines: readonly Line[], keyOf: (line: Line) => Key): Key {
  const weights = new Map<Key, number>();
  for (const line of lines) {
    weights.set(keyOf(line), (weights.get(keyOf(line)) ?? 0) + line.text.length);
  }
  return [...weights].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
