import { mapFigures, type RetrievalFigures, type ScoredSet } from "./score-retriever.ts";

const NAME_WIDTH = 22;
const COLUMN_WIDTH = 9;

/** A row for each retriever. */
export function printSet(rows: readonly ScoredSet[]): void {
  const { set, queries, figures } = rows[0]!;
  printHead(`${set} (${queries})`, figures);
  for (const row of rows) printRow(row.retriever, row.figures, `${row.medianMs.toFixed(2)} ms`);
}

export function printMeans(scored: readonly ScoredSet[], sets: number): void {
  printHead(`mean of ${sets} sets`, scored[0]!.figures);
  for (const [retriever, rows] of Map.groupBy(scored, (row) => row.retriever)) {
    const mean = mapFigures(
      rows[0]!.figures,
      (_, name) => rows.reduce((sum, { figures }) => sum + figures[name], 0) / rows.length,
    );
    printRow(retriever, mean, "");
  }
}

function printHead(title: string, figures: RetrievalFigures): void {
  const names = Object.keys(figures).map((name) => name.padStart(COLUMN_WIDTH));
  console.log(`\n${title.padEnd(NAME_WIDTH)}${names.join("")}`);
}

function printRow(name: string, figures: RetrievalFigures, note: string): void {
  const values = Object.values(figures).map((value) =>
    (100 * value).toFixed(1).padStart(COLUMN_WIDTH),
  );
  console.log(`${name.padEnd(NAME_WIDTH)}${values.join("")}  ${note}`);
}
