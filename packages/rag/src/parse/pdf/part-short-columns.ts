import type { Run } from "./page-lines.ts";

// Columns need not stand level with one another.
const SAME_ROW_EMS = 0.7;
const INDENT_EMS = 2;
const NEXT_ROW_EMS = 1.6;
const LEAST_GUTTER_EMS = 0.5;
const FEWEST_PAIRS = 2;
const FEWEST_ROWS = 3;
const PROSE_CHARACTERS = 22;
const CONTINUING_SHARE = 0.4;
// Where both sides begin anew, there are rows.
const OPENING_SHARE = 0.15;

interface Stretch {
  rows: Run[][];
  /** The white between the columns. */
  from: number;
  to: number;
}

/**
 * Parts columns of a few lines amid text that goes over the whole width: two texts side by side, whose
 * lines go on from one to the next as the cells of tables do not.
 */
export function partShortColumns(runs: readonly Run[]): Run[][] {
  const rows = toRows(runs);
  const regions: Run[][] = [];
  let rest: Run[] = [];
  for (let at = 0; at < rows.length; ) {
    const stretch = readStretch(rows, at);
    const columns = stretch && toColumns(stretch);
    if (!columns) {
      rest.push(...rows[at]!);
      at += 1;
      continue;
    }
    regions.push(rest, ...columns);
    rest = [];
    at += stretch.rows.length;
  }
  return [...regions, rest].filter((region) => region.length > 0);
}

function toRows(runs: readonly Run[]): Run[][] {
  const rows: Run[][] = [];
  for (const run of runs.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const row = rows.at(-1);
    const isLevel = row && run.baseline - row[0]!.baseline < SAME_ROW_EMS * run.size;
    if (isLevel) row.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.left - b.left));
}

/** As many rows from `start` as leave the same stripe white; the first may have one of the columns alone. */
function readStretch(rows: readonly Run[][], start: number): Stretch | undefined {
  const pair = [rows[start]!, rows[start + 1] ?? []].find((row) => row.length > 1);
  if (pair?.length !== 2) return undefined;
  const stretch: Stretch = { rows: [], from: pair[0]!.right, to: pair[1]!.left };
  for (let at = start; at < rows.length && takesIn(stretch, rows[at]!); at += 1)
    stretch.rows.push(rows[at]!);
  return stretch.rows.length > 0 ? stretch : undefined;
}

/** Whether a row goes on with the columns; narrows the white between them to what it leaves. */
function takesIn(stretch: Stretch, row: readonly Run[]): boolean {
  const [{ baseline, size }] = row as [Run];
  const above = stretch.rows.at(-1)?.[0]?.baseline ?? baseline;
  const middle = (stretch.from + stretch.to) / 2;
  const [left, ...others] = row.filter((run) => run.left < middle);
  const [right, ...more] = row.filter((run) => run.left >= middle);
  if (others.length + more.length > 0 || baseline - above > NEXT_ROW_EMS * size) return false;
  const from = Math.max(stretch.from, left?.right ?? stretch.from);
  const to = Math.min(stretch.to, right?.left ?? stretch.to);
  if (to - from < LEAST_GUTTER_EMS * size) return false;
  Object.assign(stretch, { from, to });
  return true;
}

function toColumns({ rows, from, to }: Stretch): [Run[], Run[]] | undefined {
  const middle = (from + to) / 2;
  const pairs = rows.filter((row) => row.length === 2);
  if (pairs.length < FEWEST_PAIRS) return undefined;
  const goesOn = rows.slice(1).every((row) => row.every(continues));
  if (rows.length < FEWEST_ROWS && !goesOn) return undefined;
  const opening = pairs.slice(1).filter((row) => !row.some(continues));
  if (opening.length > pairs.length * OPENING_SHARE) return undefined;
  const left = rows.flat().filter((run) => run.left < middle);
  const right = rows.flat().filter((run) => run.left >= middle);
  return isOneText(left) && isOneText(right) ? [left, right] : undefined;
}

function isOneText(lines: readonly Run[]): boolean {
  const edge = Math.min(...lines.map(({ left }) => left));
  if (lines.some(({ left, size }) => left > edge + INDENT_EMS * size)) return false;
  const after = lines.slice(1);
  const whole = lines.slice(0, -1);
  const length = whole.reduce((sum, { text }) => sum + text.length, 0) / whole.length;
  return (
    length >= PROSE_CHARACTERS && after.filter(continues).length >= after.length * CONTINUING_SHARE
  );
}

function continues({ text }: Run): boolean {
  return /^\s*\p{Ll}/u.test(text);
}
