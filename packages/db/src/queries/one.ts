/** The row that must be there: its absence is a fault, not a refusal. */
export function one<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error("a row that must exist was not found");
  return row;
}
