// pnpm bench fusion --data DIR [--sets cranfield,faq_covid] [--queries 100]
import { parseArgs } from "node:util";
import { ndcgAt } from "@understudy/rag/measure/ndcg-at";
import { printTable } from "../answer/shares.ts";
import { DEV_SETS } from "../retrieval/dev-sets.ts";
import { readBenchSet } from "../retrieval/read-bench-set.ts";
import { openArms } from "./open-arms.ts";

const STRENGTHS = [0, 0.2, 0.35, 0.5, 0.7, 1, 1.5];

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    sets: { type: "string", default: DEV_SETS.join(",") },
    queries: { type: "string", default: "100" },
  },
});
if (!values.data) throw new Error("Say where the sets are: --data DIR");

console.log(
  "nDCG@10 of words alone, of a stand-in for an embedding model alone, and of both fused",
);
const rows: string[][] = [];
for (const name of values.sets.split(",")) {
  const set = readBenchSet(values.data, name);
  const step = Math.max(1, Math.floor(set.queries.length / Number(values.queries)));
  const queries = set.queries.filter((_, i) => i % step === 0);
  const arms = openArms(set);
  for (const strength of STRENGTHS) {
    const sums = { words: 0, dense: 0, fused: 0 };
    for (const query of queries) {
      const ranked = await arms.rank(query, strength);
      for (const arm of ["words", "dense", "fused"] as const) {
        sums[arm] += ndcgAt(10, ranked[arm], query.judgements) / queries.length;
      }
    }
    const gain = sums.fused - Math.max(sums.words, sums.dense);
    const cells = [sums.words, sums.dense, sums.fused, gain].map((each) => (100 * each).toFixed(1));
    rows.push([name, strength.toFixed(2), ...cells]);
  }
}
printTable(["set", "strength", "words", "dense", "fused", "gain on the better"], rows);
