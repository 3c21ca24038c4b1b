// pnpm bench health [--data DIR] [--show]: how much of what is planted content health finds, and what it finds besides
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readSet } from "../answer/read-set.ts";
import { percent, printTable } from "../answer/shares.ts";
import { buildHealthCorpus } from "./corpus.ts";
import { type Found, measureHealth } from "./measure.ts";

const SHIPPED = join(import.meta.dirname, "../retrieval/data");
const SETS = ["squad2", "pubmedqa", "scifact", "faq_covid"];
/** Of a set; comparing grows with its sentences. */
const MOST_DOCUMENTS = 1_000;

const { values } = parseArgs({ options: { data: { type: "string" }, show: { type: "boolean" } } });
const rows: string[][] = [];
for (const name of values.data ? SETS : ["faq_covid"]) {
  const { documents } = readSet(values.data ?? SHIPPED, name);
  const corpus = buildHealthCorpus(documents.slice(0, MOST_DOCUMENTS));
  const measured = measureHealth(corpus);
  const { number, date, negation, name: names, none } = measured.byKind;
  const all = sum([number, date, negation, names]);
  const shares = [number, date, negation, names, all].map(({ found, planted }) =>
    percent(found, planted),
  );
  const per1000 = (alarms: number) => ((1_000 * alarms) / measured.pairs).toFixed(1);
  rows.push([
    name,
    String(all.planted),
    ...shares,
    percent(all.foundByShingles, all.planted),
    percent(none.found, none.planted),
    percent(none.foundByShingles, none.planted),
    String(measured.pairs),
    per1000(measured.alarms),
    per1000(measured.alarmsByShingles),
    (measured.ms / corpus.documents.length).toFixed(1),
  ]);
  if (values.show) process.stdout.write(`${measured.examples.join("\n")}\n\n`);
}
process.stdout.write(
  "Percent found of planted contradictions, by what they differ in; of mere rewordings, percent in\n" +
    "which one is found; found per 1,000 pairs of real passages in which none was planted.\n\n",
);
const HEAD = [
  "set",
  "planted",
  "number",
  "date",
  "negation",
  "name",
  "all",
  "shingles",
  "reworded",
  "shingles",
  "pairs",
  "alarms",
  "shingles",
  "ms/doc",
];
printTable(HEAD, rows);

function sum(kinds: readonly Found[]): Found {
  return kinds.reduce((total, kind) => ({
    planted: total.planted + kind.planted,
    found: total.found + kind.found,
    foundByShingles: total.foundByShingles + kind.foundByShingles,
  }));
}
