import { mapFigures, type RetrievalFigures, type ScoredSet } from "./score-retriever.ts";

const NAME_WIDTH = 22;
const COLUMN_WIDTH = 9;

/** A block for each set with a row for each retriever, then their means. */
export function printTable(scored: readonly ScoredSet[]): void {
  const bySet = Map.groupBy(scored, ({ set }) => set);
  for (const [set, rows] of bySet) {
    printHead(`${set} (${rows[0]!.queries})`, rows[0]!.figures);
    for (const { retriever, figures, medianMs } of rows) {
      printRow(retriever, figures, `${medianMs.toFixed(2)} ms`);
    }
  }
  if (bySet.size > 1) printMeans(scored, bySet.size);
}

function printMeans(scored: readonly ScoredSet[], sets: number): void {
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
