// pnpm bench index [--sizes 10000,100000] [--per-segment 20]
import { parseArgs } from "node:util";
import { searchIndex } from "@understudy/rag/retrieve/search-index";
import MiniSearch from "minisearch";
import { makeCorpus } from "../search/make-corpus.ts";
import { makePassages, makeSegments } from "./make-segments.ts";
import { measureLoad } from "./measure-load.ts";
import { measureSearch } from "./measure-search.ts";

const PEER_PASSAGES = 10_000;
const LIMIT = 50;
const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "10000,100000" },
    "per-segment": { type: "string", default: "20" },
  },
});

for (const passages of values.sizes.split(",").map(Number)) {
  await showOurs(passages, Number(values["per-segment"]));
}
showPeer();

async function showOurs(passages: number, passagesPerSegment: number) {
  const segments = makeSegments({ passages, passagesPerSegment });
  const load = await measureLoad(segments);
  const loadedBytes = load.index.bytes;
  const search = measureSearch((query) => searchIndex(load.index, query, { limit: LIMIT }));
  print(`understudy, ${passages} passages in ${segments.length} segments`, [
    `load ${load.cpuSeconds.toFixed(2)} s CPU, ${load.wallSeconds.toFixed(2)} s wall`,
    `longest pause ${load.longestPauseMs.toFixed(0)} ms`,
    `${megabytes(loadedBytes)} loaded, ${megabytes(load.index.bytes)} once searched`,
    searchFigures(search),
  ]);
}

/** It starts from the texts: an index of its own it could only read from JSON of many times the size. */
function showPeer() {
  const corpus = makeCorpus(7);
  const documents = makePassages(corpus, 0, PEER_PASSAGES).map((passage, id) => ({
    id,
    ...passage,
  }));
  const peer = new MiniSearch({ fields: ["text", "title"] });
  const before = process.cpuUsage();
  const heapBefore = process.memoryUsage().heapUsed;
  peer.addAll(documents);
  const { user, system } = process.cpuUsage(before);
  const search = measureSearch((query) => peer.search(query).slice(0, LIMIT));
  print(`minisearch, ${PEER_PASSAGES} passages`, [
    `addAll ${((user + system) / 1e6).toFixed(2)} s CPU`,
    `about ${megabytes(process.memoryUsage().heapUsed - heapBefore)}`,
    searchFigures(search),
  ]);
}

function searchFigures({ firstMs, p50Ms, p95Ms }: ReturnType<typeof measureSearch>): string {
  return `search first ${firstMs.toFixed(0)}, p50 ${p50Ms.toFixed(1)}, p95 ${p95Ms.toFixed(1)} ms`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function print(name: string, figures: readonly string[]) {
  console.log(`${name}: ${figures.join(" · ")}`);
}
