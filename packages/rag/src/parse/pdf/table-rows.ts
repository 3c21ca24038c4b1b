import { joint } from "../text/unwrap-lines.ts";
import type { Columns } from "./find-columns.ts";
import type { Line } from "./page-lines.ts";

// In ems between baselines: closer lines are of one row, further ones of two.
const SAME_ROW = 0.95;
const NEXT_ROW = 1.6;
// Lines of one text, which go on in small letters in every cell.
const WRAPPED = 1.35;

/** The cells of each row; what a cell wraps onto further lines is joined again. */
export function tableRows(lines: readonly Line[], columns: Columns): string[][] {
  const rows = mergeColumns(readRows(lines, columns));
  const isMirrored = lines.filter((line) => line.isRightToLeft).length * 2 > lines.length;
  return isMirrored ? rows.map((cells) => cells.toReversed()) : rows;
}

/** A head that is centred over its figures has a stripe of its own, but never a row with them. */
function mergeColumns(rows: string[][]): string[][] {
  let merged = rows;
  for (let at = 0; at + 1 < (merged[0]?.length ?? 0); at += 1) {
    const meet = merged.some((cells) => cells[at] !== "" && cells[at + 1] !== "");
    if (meet) continue;
    const column = at;
    merged = merged.map((cells) => cells.toSpliced(column, 2, cells[column]! + cells[column + 1]!));
    at -= 1;
  }
  return merged;
}

function readRows(lines: readonly Line[], columns: Columns): string[][] {
  const rows: string[][] = [];
  const pitch = rowPitch(lines, columns);
  let previous: Line | undefined;
  for (const [at, line] of lines.entries()) {
    const cells = assign(line, columns);
    const row = rows.at(-1);
    const gapEms = previous ? (line.baseline - previous.baseline) / line.size : 0;
    const isOfNext = gapEms >= SAME_ROW && opensNext(line, lines[at + 1], columns);
    const isOwn = gapEms * line.size > pitch * SAME_PITCH && isPair(cells);
    if (row && previous && !isOfNext && !isOwn && continues(row, cells, gapEms)) append(row, cells);
    else rows.push(cells);
    previous = line;
  }
  return rows;
}

const SAME_PITCH = 0.95;

/** How far apart rows stand that follow one another without a wrapped line between; in points. */
function rowPitch(lines: readonly Line[], columns: Columns): number {
  const opens = lines.map((line) => /^[^\p{Ll}]/u.test(assign(line, columns)[0] ?? ""));
  const gaps = lines.flatMap((line, at) =>
    at > 0 && opens[at] && opens[at - 1] ? [line.baseline - lines[at - 1]!.baseline] : [],
  );
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? Number.POSITIVE_INFINITY;
}

/** Several cells that begin anew: a row by itself, though its first column be empty. */
function isPair(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== "");
  return filled.length > 1 && filled.every((cell) => !/^\p{Ll}/u.test(cell));
}

/** Of a row whose short cells stand at half its height, the first line of a longer one comes before them. */
function opensNext(line: Line, next: Line | undefined, columns: Columns): boolean {
  if (!next || (next.baseline - line.baseline) / line.size >= SAME_ROW) return false;
  return assign(line, columns)[0] === "" && assign(next, columns)[0] !== "";
}

function assign({ pieces }: Line, columns: Columns): string[] {
  const cells = columns.map(() => "");
  for (const { text, left, right } of pieces) {
    const middle = (left + right) / 2;
    const at = columns.findIndex((column) => middle < column.right);
    cells[at] = join(cells[at]!, text.trim());
  }
  return cells;
}

function continues(row: readonly string[], cells: readonly string[], gapEms: number): boolean {
  if (gapEms < SAME_ROW) return true;
  if (gapEms > NEXT_ROW) return false;
  const filled = cells.filter((cell) => cell !== "").length;
  // A figure under a figure is its own row's, though no other cell of it is filled.
  if (cells.some((cell, index) => FIGURE.test(cell) && FIGURE.test(row[index]!))) return false;
  if (cells.some((cell) => SUM.test(cell))) return false;
  // What begins in a column that the row leaves empty is its own row, wherever it stands.
  const goesOn = cells.every((cell, index) => cell === "" || row[index] !== "");
  if (goesOn && gapEms < WRAPPED && cells.every((cell) => /^(?:\p{Ll}|$)/u.test(cell))) return true;
  const opensInFirst = cells[0] !== "" && !/^\p{Ll}/u.test(cells[0]!);
  return goesOn && !opensInFirst && filled < cells.length;
}

const FIGURE = /^[-−–+(]?\s?(?:\p{Sc}|[A-Z]{3}\s)?\s?\d[\d.,'’ ]*\s?(?:%|\p{Sc}|[A-Z]{3})?\)?$/u;

/** `Total CHF 1'200.50`. */
const SUM = /^\p{Lu}.*\s\d[\d.,'’]*[.,]\d{2}$/u;

function append(row: string[], cells: readonly string[]): void {
  cells.forEach((cell, index) => {
    row[index] = join(row[index]!, cell);
  });
}

function join(before: string, after: string): string {
  if (before === "" || after === "") return before + after;
  return before + joint(before, after) + after;
}
