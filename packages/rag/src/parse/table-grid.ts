/** A cell and how many columns and rows it takes. */
export interface SpanningCell {
  text: string;
  isHead?: boolean;
  columns?: number;
  rows?: number;
}

const MOST_COLUMNS = 200;
// Beyond it cells take one place each, so that spans over spans do not multiply.
const MOST_PLACES = 200_000;

/**
 * The rows of a table with what spans several rows said in each of them, and several rows of heads put
 * together into one, so that every row can be read by itself.
 */
export function spreadCells(rows: readonly (readonly SpanningCell[])[]): string[][] {
  const grid = rows.map((): string[] => []);
  const headRows = countHeadRows(rows);
  let places = 0;
  rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]![column] !== undefined) column += 1;
      const {
        text,
        columns = 1,
        rows: down = 1,
      } = places < MOST_PLACES ? cell : { text: cell.text };
      places += place(
        grid,
        { text, columns, rows: down },
        { row, column, repeats: row < headRows },
      );
      column += columns;
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

/** Gives the number of places that it took. */
function place(
  grid: string[][],
  cell: Required<Omit<SpanningCell, "isHead">>,
  { row, column, repeats }: Place,
): number {
  const lastRow = Math.min(grid.length, row + cell.rows);
  const lastColumn = Math.max(column + 1, Math.min(MOST_COLUMNS, column + cell.columns));
  for (let y = row; y < lastRow; y += 1)
    for (let x = column; x < lastColumn; x += 1)
      grid[y]![x] = x === column || repeats ? cell.text : "";
  return (lastRow - row) * (lastColumn - column);
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
