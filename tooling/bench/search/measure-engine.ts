import { searchKnowledge } from "@understudy/core/knowledge/search-knowledge";
import { addText } from "@understudy/core/source/add-text";
import { listSourceChunks } from "@understudy/core/source/source-text";
import { openTestWorld, type TestWorld } from "@understudy/core/testing/open-test-world";
import { createTwin } from "@understudy/core/twin/create-twin";
import MiniSearch from "minisearch";
import { percentile } from "../percentile.ts";
import { type Corpus, makeCorpus } from "./make-corpus.ts";
import { type StageFigures, summarizeStages, type Timings } from "./summarize-stages.ts";

const WORDS_PER_SOURCE = 60_000;
const QUESTIONS = 200;
const LIMIT = 10;

export interface SearchFigures {
  chunks: number;
  /** From a cold cache: the segments are read and merged. */
  firstMs: number;
  p50Ms: number;
  p95Ms: number;
  indexMegabytes: number;
  ingestSeconds: number;
  peerP50Ms: number;
  peerP95Ms: number;
  stages: StageFigures[];
}

/** One twin that grows to each size in turn, asked through `knowledge.search`, beside minisearch on the same passages. */
export async function* measureEngine(sizes: readonly number[]): AsyncGenerator<SearchFigures> {
  await using world = await openTestWorld();
  const tenant = await world.newTenant();
  const owner = tenant.as("owner");
  const { id: twinId } = await createTwin.run(owner, { name: "Bench" });
  const corpus = makeCorpus(7);
  const peer = new MiniSearch({ fields: ["text"] });
  let chunks = 0;
  let ingestMs = 0;

  const grow = async () => {
    const startedMs = performance.now();
    const added = { twinId, title: `Source at ${chunks}`, text: corpus.text(WORDS_PER_SOURCE) };
    const { id: sourceId } = await addText.run(owner, added);
    await world.runJobs(tenant);
    ingestMs += performance.now() - startedMs;
    let cursor: string | undefined;
    do {
      const page = await listSourceChunks.run(owner, { sourceId, cursor, limit: 100 });
      peer.addAll(page.items.map(({ id, text }) => ({ id, text })));
      chunks += page.items.length;
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
  };
  const search = (query: string) => searchKnowledge.run(owner, { twinId, query, limit: LIMIT });

  for (const size of sizes) {
    while (chunks < size) await grow();
    yield await measureSize({ world, corpus, search, peer, chunks, ingestMs });
  }
}

interface Measured {
  world: TestWorld;
  corpus: Corpus;
  search: (query: string) => Promise<{ timingsMs: Timings }>;
  peer: MiniSearch;
  chunks: number;
  ingestMs: number;
}

async function measureSize(measured: Measured): Promise<SearchFigures> {
  const { world, corpus, search, peer, chunks, ingestMs } = measured;
  const questions = Array.from({ length: QUESTIONS }, () => corpus.question());
  const firstMs = await clock(() => search(questions[0]!));
  for (const question of questions.slice(0, 20)) await search(question);
  const ours: number[] = [];
  const theirs: number[] = [];
  const timings: Timings[] = [];
  for (const question of questions) {
    ours.push(await clock(async () => timings.push((await search(question)).timingsMs)));
    theirs.push(await clock(async () => peer.search(question).slice(0, LIMIT)));
  }
  return {
    chunks,
    firstMs,
    p50Ms: percentile(ours, 50),
    p95Ms: percentile(ours, 95),
    indexMegabytes: world.ports.indexes.bytes / 1_048_576,
    ingestSeconds: ingestMs / 1_000,
    peerP50Ms: percentile(theirs, 50),
    peerP95Ms: percentile(theirs, 95),
    stages: summarizeStages(timings, ours),
  };
}

async function clock(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}
