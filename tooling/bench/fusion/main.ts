// pnpm bench fusion --data DIR [--sets cranfield,faq_covid] [--queries 100] [--word-vectors FILE]
import { parseArgs } from "node:util";
import { ndcgAt } from "@understudy/rag/measure/ndcg-at";
import { printTable } from "../answer/shares.ts";
import { DEV_SETS } from "../retrieval/dev-sets.ts";
import { drawEvenly } from "../retrieval/draw-evenly.ts";
import { type BenchSet, readBenchSet } from "../retrieval/read-bench-set.ts";
import type { DenseArm } from "./dense-arm.ts";
import { openArms } from "./open-arms.ts";
import { standIns } from "./stand-in-vectors.ts";
import { readWordVectors, wordVectorArms } from "./word-vectors.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    sets: { type: "string", default: DEV_SETS.join(",") },
    queries: { type: "string", default: "100" },
    "word-vectors": { type: "string" },
  },
});
if (!values.data) throw new Error("Say where the sets are: --data DIR");
const vectorFile = values["word-vectors"];
const wordVectors = vectorFile ? readWordVectors(vectorFile) : undefined;

console.log("nDCG@10 of words alone, of vectors alone, and of both fused");
const rows: string[][] = [];
for (const name of values.sets.split(",")) {
  const set = readBenchSet(values.data, name);
  const arms = [...(wordVectors ? wordVectorArms(set, wordVectors) : []), ...standIns(set)];
  rows.push(...(await measureArms(set, arms)));
}
printTable(["set", "vectors", "words", "vectors", "both", "gain on the better"], rows);

async function measureArms(set: BenchSet, arms: readonly DenseArm[]): Promise<string[][]> {
  const queries = drawEvenly(set.queries, Number(values.queries));
  const { byWords, byVectors } = openArms(set);
  let words = 0;
  const sums = arms.map(() => ({ dense: 0, fused: 0 }));
  for (const query of queries) {
    const score = (ranked: string[]) => ndcgAt(10, ranked, query.judgements) / queries.length;
    words += score(await byWords(query));
    for (const [i, arm] of arms.entries()) {
      const { dense, fused } = await byVectors(arm, query);
      sums[i]!.dense += score(dense);
      sums[i]!.fused += score(fused);
    }
  }
  return sums.map(({ dense, fused }, i) => {
    const gain = fused - Math.max(words, dense);
    const cells = [words, dense, fused, gain].map((each) => (100 * each).toFixed(1));
    return [set.name, arms[i]!.name, ...cells];
  });
}
