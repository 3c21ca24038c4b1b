// node tooling/bench/retrieval/fit-reranker.ts --data DIR [--leave-out]
import { parseArgs } from "node:util";
import { ndcgAt } from "@understudy/rag/measure/ndcg-at";
import { dot } from "../answer/ascend.ts";
import { fitListwise } from "../answer/fit-listwise.ts";
import { type CandidateList, collectLists, FITTED_FEATURES } from "./collect-lists.ts";
import { DEV_SETS } from "./dev-sets.ts";
import { readBenchSet } from "./read-bench-set.ts";

const QUERIES_PER_SET = 500;
/** Of each, for longer sets and the languages to count like shorter ones. */
const QUERIES_TO_FIT = 200;
const QUERIES_PER_LANGUAGE = 17;
const LANGUAGES = "ar de el en es hi ro ru th tr vi zh".split(" ");
/** A list of words is never a reason against a passage: what says so has learnt a set by heart. */
const FITTING = { least: 0 };

const { values } = parseArgs({
  options: { data: { type: "string" }, "leave-out": { type: "boolean", default: false } },
});
const folder = values.data;
if (!folder) throw new Error("Say where the sets are: --data DIR");

const read = (name: string, count: number) => collectLists(readBenchSet(folder, name), count);
const lists = new Map(DEV_SETS.map((name) => [name, read(name, QUERIES_PER_SET)]));
const languages = LANGUAGES.flatMap((code) => read(`xquad:${code}`, QUERIES_PER_LANGUAGE));

const weights = fitWithout();
for (const [i, name] of FITTED_FEATURES.entries()) {
  console.log(`${name}: ${weights[i]!.toFixed(2)},`);
}
report("fitted on all sets", () => weights);
if (values["leave-out"]) report("fitted without the set", fitWithout);

function fitWithout(left?: string): number[] {
  const others = [...lists].flatMap(([name, own]) => (name === left ? [] : [draw(own)]));
  return fitListwise(
    [...others, languages].flatMap((own) =>
      own.map((list) => ({ ...list, weight: 1 / own.length })),
    ),
    FITTING,
  );
}

function draw(own: readonly CandidateList[]): CandidateList[] {
  const step = Math.max(1, own.length / QUERIES_TO_FIT);
  return own.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}

function report(title: string, weightsFor: (set: string) => readonly number[]): void {
  const figures = [...lists].map(([name, own]) => meanNdcg(own, weightsFor(name)));
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
  const cells = [...figures, mean].map((figure) => (100 * figure).toFixed(1));
  console.log(
    `${title}: ${DEV_SETS.map((name, i) => `${name} ${cells[i]}`).join(" · ")} · mean ${cells.at(-1)}`,
  );
}

function meanNdcg(own: readonly CandidateList[], fitted: readonly number[]): number {
  const sum = own.reduce((total, { ids, features, judgements }) => {
    const scored = ids.map((id, i) => ({ id, score: dot(fitted, features[i]!) }));
    const ranked = scored.sort((a, b) => b.score - a.score).map(({ id }) => id);
    return total + ndcgAt(10, ranked, judgements);
  }, 0);
  return sum / own.length;
}
