import type { Line, Run } from "./page-lines.ts";

const SAME_LINE_EMS = 0.4;
const WORD_GAP_EMS = 0.17;
const CELL_GAP_EMS = 1.2;

/** Puts the runs of one region onto lines, top to bottom, each read in its own direction. */
export function buildLines(runs: readonly Run[]): Line[] {
  const rows: Run[][] = [];
  for (const run of runs.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    const [anchor] = row ?? [];
    if (row && anchor && run.baseline - anchor.baseline < SAME_LINE_EMS * tallest(anchor, run))
      row.push(run);
    else rows.push([run]);
  }
  return rows.map(joinRow);
}

function tallest(a: Run, b: Run): number {
  return Math.max(a.size, b.size);
}

function joinRow(row: Run[]): Line {
  const isRightToLeft = row.filter((run) => run.isRightToLeft).length * 2 > row.length;
  row.sort((a, b) => (isRightToLeft ? b.right - a.right : a.left - b.left));
  const widest = row.reduce((best, run) => (run.text.length > best.text.length ? run : best));
  const cells = joinCellTexts(row, isRightToLeft);
  return {
    text: cells.join(" "),
    cells,
    left: Math.min(...row.map((run) => run.left)),
    right: Math.max(...row.map((run) => run.right)),
    baseline: widest.baseline,
    size: widest.size,
    font: widest.font,
  };
}

function joinCellTexts(row: readonly Run[], isRightToLeft: boolean): string[] {
  const cells: string[] = [];
  let previous: Run | undefined;
  for (const run of row) {
    const gap = previous
      ? gapBetween(previous, run, isRightToLeft) / run.size
      : Number.POSITIVE_INFINITY;
    if (gap > CELL_GAP_EMS) cells.push(run.text);
    else cells.push(cells.pop() + (gap > WORD_GAP_EMS ? " " : "") + run.text);
    previous = run;
  }
  return cells.map((cell) => cell.replace(/\s+/g, " ").trim()).filter((cell) => cell !== "");
}

function gapBetween(previous: Run, run: Run, isRightToLeft: boolean): number {
  return isRightToLeft ? previous.left - run.right : run.left - previous.right;
}
