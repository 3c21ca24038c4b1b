import { raiseDigits } from "../text/raise-digits.ts";
import { composeAccents, orderLamAlef } from "./compose-accents.ts";
import { isNoteMark } from "./note-mark.ts";
import type { Line, Piece, Run } from "./page-lines.ts";
import { appendText, inReadingOrder } from "./reading-direction.ts";

const SAME_LINE_EMS = 0.4;
const WORD_GAP_EMS = 0.17;
const CELL_GAP_EMS = 1.2;
const PIECE_GAP_EMS = 0.5;

/** Puts the runs of one region onto lines, top to bottom, each read in its own direction. */
export function buildLines(runs: readonly Run[]): Line[] {
  const rows: Run[][] = [];
  for (const run of runs.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    const anchor = row?.[0];
    if (row && anchor && isLevel(anchor, run)) row.push(run);
    else rows.push([run]);
  }
  return attachScripts(rows).map(joinRow);
}

function isLevel(anchor: Run, run: Run): boolean {
  return run.baseline - anchor.baseline < SAME_LINE_EMS * Math.min(anchor.size, run.size);
}

/** Rows of superscripts and subscripts go back to the line they were set against. */
function attachScripts(rows: Run[][]): Run[][] {
  const attached: Run[][] = [];
  rows.forEach((row, index) => {
    const before = attached.at(-1);
    const after = rows[index + 1];
    if (after && isScriptOf(row, after)) after.push(...row);
    else if (before && isScriptOf(row, before)) before.push(...row);
    else attached.push(row);
  });
  return attached;
}

const SCRIPT_SIZE = 0.85;
const SCRIPT_SHIFT_EMS = 0.6;

function isScriptOf(row: readonly Run[], line: readonly Run[]): boolean {
  const { size, baseline } = line[0]!;
  const left = Math.min(...line.map((run) => run.left)) - size;
  const right = Math.max(...line.map((run) => run.right)) + size;
  return row.every(
    (run) =>
      run.size <= size * SCRIPT_SIZE &&
      Math.abs(run.baseline - baseline) <= size * SCRIPT_SHIFT_EMS &&
      run.left >= left &&
      run.right <= right,
  );
}

function joinRow(row: Run[]): Line {
  const turned = row.filter((run) => run.isRightToLeft);
  const isRightToLeft = turned.length > 0 && countLetters(turned) * 2 > countLetters(row);
  const read = inReadingOrder(row, isRightToLeft);
  const widest = row.reduce((best, run) => (run.text.length > best.text.length ? run : best));
  const cells = joinCellTexts(isRightToLeft ? read.map(withStopLast) : read);
  return {
    text: cells.join(" "),
    cells,
    pieces: joinPieces(row, isRightToLeft),
    isRightToLeft,
    ...(opensNote(read) && { opensNote: true }),
    left: Math.min(...row.map((run) => run.left)),
    right: Math.max(...row.map((run) => run.right)),
    baseline: widest.baseline,
    size: widest.size,
    font: widest.font,
  };
}

function countLetters(runs: readonly Run[]): number {
  return runs.reduce((sum, { text }) => sum + text.replace(/\P{L}/gu, "").length, 0);
}

function opensNote([first, second]: readonly Run[]): boolean {
  if (!first) return false;
  return first.opensNote === true || (second !== undefined && isNoteMark(first, second));
}

/** The full stop of a line from right to left stands left of a number, and was read before it. */
function withStopLast(run: Run): Run {
  return { ...run, text: run.text.trim().replace(/^([.,:;!?]+)(\p{L}|\p{N}.*)$/u, "$2$1") };
}

function joinCellTexts(row: readonly Run[]): string[] {
  const cells: string[] = [];
  let previous: Run | undefined;
  for (const run of row) {
    const gap = previous ? gapBetween(previous, run) / run.size : Number.POSITIVE_INFINITY;
    if (gap > CELL_GAP_EMS) cells.push(run.text);
    else {
      const isWord = gap > WORD_GAP_EMS || (previous === row[0] && isNoteMark(previous!, run));
      const before = cells.pop() ?? "";
      const isRaised = previous !== undefined && isRaisedOn(run, previous);
      const text = isRaised ? raiseDigits(before, run.text) : run.text;
      cells.push(before + (isWord ? " " : "") + text);
    }
    previous = run;
  }
  return cells
    .map((cell) => orderLamAlef(composeAccents(cell.replace(/\s+/g, " ").trim())))
    .filter((cell) => cell !== "");
}

function isRaisedOn(run: Run, line: Run): boolean {
  return run.size <= line.size * SCRIPT_SIZE && run.baseline < line.baseline - line.size * 0.1;
}

/** Pieces of neighbouring runs that stand close, as a raised note mark to its word, are one. */
function joinPieces(row: readonly Run[], isRightToLeft: boolean): Piece[] {
  const pieces: Piece[] = [];
  for (const piece of row.flatMap((run) => run.pieces).toSorted((a, b) => a.left - b.left)) {
    const last = pieces.at(-1);
    const size = row[0]!.size;
    const gap = last ? (piece.left - last.right) / size : Number.POSITIVE_INFINITY;
    if (!last || gap > PIECE_GAP_EMS) pieces.push({ ...piece });
    else {
      const isWord = gap > WORD_GAP_EMS;
      last.text = appendText(last.text, piece.text, { isWord, isRightToLeft });
      last.right = Math.max(last.right, piece.right);
    }
  }
  return pieces.map((piece) => ({ ...piece, text: orderLamAlef(composeAccents(piece.text)) }));
}

/** Between runs that may stand on either side of one another. */
function gapBetween(a: Run, b: Run): number {
  return Math.max(a.left, b.left) - Math.min(a.right, b.right);
}
