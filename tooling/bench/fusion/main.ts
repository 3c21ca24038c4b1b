// pnpm bench fusion --data DIR [--sets cranfield,faq_covid] [--queries 200] [--word-vectors FILE]
import { parseArgs } from "node:util";
import { confidence } from "@understudy/rag/measure/confidence";
import { printTable } from "../answer/shares.ts";
import { DEV_SETS } from "../retrieval/dev-sets.ts";
import { readBenchSet } from "../retrieval/read-bench-set.ts";
import { scoreFitted } from "./draw-twins.ts";
import { measureArms, type Scored } from "./measure-arms.ts";
import { standIns } from "./stand-in-vectors.ts";
import { readWordVectors, wordVectorArms } from "./word-vectors.ts";

/** Questions whose right passages a twin's owner has told. */
const KNOWN = [25, 50, 100];
/** Points of nDCG@10 that count as a loss. */
const LOSS = 0.3;

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    sets: { type: "string", default: DEV_SETS.join(",") },
    queries: { type: "string", default: "200" },
    "word-vectors": { type: "string" },
  },
});
if (!values.data) throw new Error("Say where the sets are: --data DIR");
const vectorFile = values["word-vectors"];
const wordVectors = vectorFile ? readWordVectors(vectorFile) : undefined;

console.log(
  "nDCG@10 of words alone, of vectors alone, and of both as usual; then how far both are above the better",
);
console.log(
  "one, with 95 % confidence: as usual, and with the share that the product picks on so many other questions",
);
const rows: string[][] = [];
const ways = ["as usual", ...KNOWN.map(String)];
const gainsOf = new Map(ways.map((way) => [way, [] as Gain[]]));
for (const name of values.sets.split(",")) {
  const set = readBenchSet(values.data, name);
  const arms = [...(wordVectors ? wordVectorArms(set, wordVectors) : []), ...standIns(set)];
  for (const [i, scored] of (await measureArms(set, arms, Number(values.queries))).entries()) {
    rows.push([name, arms[i]!.name, ...describe(scored)]);
  }
}
printTable(["set", "vectors", "words", "vectors", "both", ...ways], rows);
printTable(
  ["share", "mean gain", `lose ${LOSS} or more`, "of these beyond chance", "worst"],
  ways.map((way) => summarize(way, gainsOf.get(way)!)),
);

interface Gain {
  mean: number;
  within: number;
}

function describe(questions: readonly Scored[]): string[] {
  const [words, dense] = [questions.map((each) => each.words), questions.map((each) => each.dense)];
  const better = mean(words) >= mean(dense) ? words : dense;
  const usual = questions.map((each) => each.fused);
  const shares = questions.map((each) => each.shares);
  const told = [usual, ...KNOWN.map((known) => scoreFitted(shares, known))].map((scores, i) => {
    const gain = gainOver(better, scores);
    gainsOf.get(ways[i]!)!.push(gain);
    return `${gain.mean.toFixed(1)} ± ${gain.within.toFixed(1)}`;
  });
  return [...[words, dense, usual].map((list) => (100 * mean(list)).toFixed(1)), ...told];
}

function gainOver(better: readonly number[], scores: readonly number[]): Gain {
  const gains = scores.map((each, i) => 100 * (each - better[i]!));
  return { mean: mean(gains), within: confidence(gains) };
}

function summarize(way: string, gains: readonly Gain[]): string[] {
  const losses = gains.filter((gain) => gain.mean <= -LOSS);
  const beyond = losses.filter((gain) => gain.mean + gain.within < 0);
  const worst = Math.min(...gains.map((gain) => gain.mean));
  const share = way === "as usual" ? way : `picked on ${way}`;
  const average = mean(gains.map((gain) => gain.mean)).toFixed(1);
  return [
    share,
    average,
    `${losses.length} of ${gains.length}`,
    `${beyond.length}`,
    worst.toFixed(1),
  ];
}

function mean(list: readonly number[]): number {
  return list.reduce((sum, each) => sum + each, 0) / list.length;
}
