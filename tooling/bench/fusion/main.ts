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
import { confidence, scoreTuned } from "./tune-weight.ts";
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

console.log(
  "nDCG@10 of words alone, of vectors alone, of both fused as shipped, and of both fused with",
);
console.log("the vectors' weight picked on the set's other questions; gains with 95 % confidence");
const rows: string[][] = [];
for (const name of values.sets.split(",")) {
  const set = readBenchSet(values.data, name);
  const arms = [...(wordVectors ? wordVectorArms(set, wordVectors) : []), ...standIns(set)];
  rows.push(...(await measureArms(set, arms)));
}
printTable(["set", "vectors", "words", "vectors", "both", "gain", "tuned", "gain"], rows);

interface Scored {
  words: number;
  dense: number;
  fused: number;
  shares: number[];
}

async function measureArms(set: BenchSet, arms: readonly DenseArm[]): Promise<string[][]> {
  const { byWords, byVectors } = openArms(set);
  const scored = arms.map((): Scored[] => []);
  for (const query of drawEvenly(set.queries, Number(values.queries))) {
    const score = (ranked: string[]) => ndcgAt(10, ranked, query.judgements);
    const words = score(await byWords(query));
    for (const [i, arm] of arms.entries()) {
      const { dense, fused, shares } = await byVectors(arm, query);
      scored[i]!.push({ words, dense: score(dense), fused: score(fused), shares });
    }
  }
  return scored.map((questions, i) => [set.name, arms[i]!.name, ...describe(questions)]);
}

function describe(questions: readonly Scored[]): string[] {
  const [words, dense] = [questions.map((each) => each.words), questions.map((each) => each.dense)];
  const better = mean(words) >= mean(dense) ? words : dense;
  const gainOf = (list: readonly number[]) => {
    const gains = list.map((each, i) => 100 * (each - better[i]!));
    return `${mean(gains).toFixed(1)} ± ${confidence(gains).toFixed(1)}`;
  };
  const fused = questions.map((each) => each.fused);
  const tuned = scoreTuned(questions.map(({ shares }) => shares));
  const shown = (list: readonly number[]) => (100 * mean(list)).toFixed(1);
  return [shown(words), shown(dense), shown(fused), gainOf(fused), shown(tuned), gainOf(tuned)];
}

function mean(list: readonly number[]): number {
  return list.reduce((sum, each) => sum + each, 0) / list.length;
}
