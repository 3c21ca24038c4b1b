// pnpm bench cluster --data DIR: how well questions are grouped, beside k-means on the same vectors, and how fast
import { parseArgs } from "node:util";
import { printTable } from "../answer/shares.ts";
import { groupByMeaning, groupInBatches } from "./group-questions.ts";
import { groupByKMeans } from "./k-means.ts";
import { measure, timeCpu } from "./measure-grouping.ts";
import { readLabelled, readMany } from "./read-labelled.ts";

const MANY = 10_000;
const BATCH = 50;

const { values } = parseArgs({ options: { data: { type: "string" } } });
if (values.data) {
  process.stdout.write(
    "ARI: adjusted Rand index against the set's own intents; purity in percent\n",
  );
  const rows: string[][] = [];
  for (const { name, questions } of readLabelled(values.data)) {
    const labels = questions.map(({ label }) => label);
    const intents = new Set(labels).size;
    const whole = await measure("by meaning", labels, () => groupByMeaning(questions));
    const { clusters } = whole;
    const others = [
      await measure(`in ${BATCH}s as asked`, labels, () => groupInBatches(questions, BATCH)),
      await measure("k-means, as many", labels, () => groupByKMeans(questions, clusters)),
      await measure("k-means, told how many", labels, () => groupByKMeans(questions, intents)),
    ];
    for (const { row } of [whole, ...others]) rows.push([`${name} (${intents})`, ...row]);
  }
  printTable(["set (intents)", "grouped", "questions", "clusters", "ARI", "purity", "CPU s"], rows);
  const many = readMany(values.data, MANY);
  const { result, seconds } = await timeCpu(() => groupByMeaning(many));
  process.stdout.write(
    `${many.length} questions at once: ${new Set(result).size} clusters in ${seconds.toFixed(1)} s of CPU\n`,
  );
} else {
  process.stderr.write("Where are the evaluation sets? pnpm bench cluster --data DIR\n");
  process.exitCode = 2;
}
