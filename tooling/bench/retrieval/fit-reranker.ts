// node tooling/bench/retrieval/fit-reranker.ts --data DIR
import { parseArgs } from "node:util";
import { fitListwise, type RankedList } from "../answer/fit-listwise.ts";
import { collectLists, FITTED_FEATURES } from "./collect-lists.ts";
import { readBenchSet } from "./read-bench-set.ts";

/** Each set counts alike, and so do the languages together: longer ones are thinned, shorter repeated. */
const QUERIES_PER_SET = 500;
const QUERIES_PER_LANGUAGE = 42;
const SETS = "squad2 scifact cranfield pubmedqa faq_covid faq_banking77 faq_hint3_curekart".split(
  " ",
);
const LANGUAGES = "ar de el en es hi ro ru th tr vi zh".split(" ");

const { values } = parseArgs({ options: { data: { type: "string" } } });
if (!values.data) throw new Error("Say where the sets are: --data DIR");

const lists: RankedList[] = [];
for (const name of SETS) {
  lists.push(...collectLists(readBenchSet(values.data, name), QUERIES_PER_SET));
}
for (const language of LANGUAGES) {
  const set = readBenchSet(values.data, `xquad:${language}`);
  lists.push(...collectLists(set, QUERIES_PER_LANGUAGE));
}
const weights = fitListwise(lists);
for (const [i, name] of FITTED_FEATURES.entries())
  console.log(`${name}: ${weights[i]!.toFixed(2)},`);
