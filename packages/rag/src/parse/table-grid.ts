/** A cell and how many columns and rows it takes. */
export interface SpanningCell {
  text: string;
  isHead?: boolean;
  columns?: number;
  rows?: number;
}

const MOST_COLUMNS = 200;

/**
 * The rows of a table with what spans several rows said in each of them, and several rows of heads put
 * together into one, so that every row can be read by itself.
 */
export function spreadCells(rows: readonly (readonly SpanningCell[])[]): string[][] {
  const grid = rows.map((): string[] => []);
  const headRows = countHeadRows(rows);
  rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]![column] !== undefined) column += 1;
      place(grid, cell, { row, column, repeats: row < headRows });
      column += Math.max(1, cell.columns ?? 1);
    }
  });
  const full = grid.map((cells) => Array.from(cells, (text) => text ?? ""));
  return headRows > 1 ? [joinHeads(full.slice(0, headRows)), ...full.slice(headRows)] : full;
}

interface Place {
  row: number;
  column: number;
  /** Whether its text stands in each column it spans, as that of a head does. */
  repeats: boolean;
}

function place(grid: string[][], cell: SpanningCell, { row, column, repeats }: Place): void {
  const lastRow = Math.min(grid.length, row + Math.max(1, cell.rows ?? 1));
  const lastColumn = Math.min(MOST_COLUMNS, column + Math.max(1, cell.columns ?? 1));
  for (let y = row; y < lastRow; y += 1)
    for (let x = column; x < lastColumn; x += 1)
      grid[y]![x] = x === column || repeats ? cell.text : "";
}

/** Rows of nothing but heads, the first of which spans. */
function countHeadRows(rows: readonly (readonly SpanningCell[])[]): number {
  const spans = rows[0]?.some(({ columns = 1, rows: down = 1 }) => columns > 1 || down > 1);
  if (!spans) return 1;
  const body = rows.findIndex((cells) => !cells.every(({ isHead }) => isHead));
  return body <= 0 ? 1 : Math.min(body, 3);
}

function joinHeads(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...rows.map((cells) => cells.length));
  return Array.from({ length: width }, (_, column) => {
    const texts = rows.map((cells) => (cells[column] ?? "").trim()).filter((text) => text !== "");
    return [...new Set(texts)].join(" ");
  });
}
