const MOST_LEAD_ROWS = 10;

/**
 * Titles and dates that people write above a table, each in one cell, and the row that the table begins
 * with: its header.
 */
export function splitLead(rows: readonly (readonly string[])[]): { lead: string[]; first: number } {
  const isGrid = (cells: readonly string[]) =>
    cells.filter((cell) => cell.trim() !== "").length > 1;
  const first = rows.findIndex(isGrid);
  const isTable =
    first > 0 && first <= MOST_LEAD_ROWS && rows.slice(first).filter(isGrid).length > 1;
  if (!isTable) return { lead: [], first: 0 };
  const lead = rows.slice(0, first).map((cells) => cells.join(" ").trim());
  return { lead, first };
}
