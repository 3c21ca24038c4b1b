/** Between the cells of a row. */
export const CELL_EDGE = " | ";

/** One row of a table as a line of text; a row without any content is the empty string. */
export function joinCells(cells: readonly string[]): string {
  const texts = cells.map((cell) => cell.replace(/\s+/g, " ").trim());
  while (texts.at(-1) === "") texts.pop();
  return texts.join(CELL_EDGE);
}
