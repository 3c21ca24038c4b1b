import type { Run } from "./page-lines.ts";

const LEAST_LINES = 4;
// Cells of tables are shorter than lines of prose, and rows must not be torn apart.
const PROSE_CHARACTERS = 22;
const PROSE_SHARE = 0.55;

/** Judged by characters, since a figure beside the text brings many short labels. */
export function isProse(runs: readonly Run[]): boolean {
  const lengths = runs.map(({ text }) => displayLength(text));
  const long = lengths.filter((length) => length >= PROSE_CHARACTERS);
  return long.length >= LEAST_LINES && sum(long) >= sum(lengths) * PROSE_SHARE;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function displayLength(text: string): number {
  return text.length + (text.match(/[\u2E80-\u9FFF\uAC00-\uD7AF]/g)?.length ?? 0);
}
