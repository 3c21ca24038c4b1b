import { setTimeout as pause } from "node:timers/promises";
import type { Context } from "@understudy/core/kernel/context";
import { searchKnowledge } from "@understudy/core/knowledge/search-knowledge";
import { getIndex } from "@understudy/core/reindex/get-index";
import { startReindex } from "@understudy/core/reindex/start-reindex";
import { switchIndex } from "@understudy/core/reindex/switch-index";
import { addText } from "@understudy/core/source/add-text";
import {
  openTestWorld,
  type TestTenant,
  type TestWorld,
} from "@understudy/core/testing/open-test-world";
import { createTwin } from "@understudy/core/twin/create-twin";
import { percentile } from "../percentile.ts";
import { type Corpus, makeCorpus } from "../search/make-corpus.ts";
import { stubEmbedders } from "./stub-embedders.ts";

const WORDS_PER_SOURCE = 20_000;
const QUESTIONS = 200;
const PAUSE_MS = 20;

export interface Latency {
  count: number;
  p50: number;
  p95: number;
}

export interface ChangeFigures {
  name: string;
  fillSeconds: number;
  cpuSeconds: number;
  switchMs: number;
  firstMs: number;
  idle: Latency;
  during: Latency;
}

export interface ReindexFigures {
  chunks: number;
  changes: ChangeFigures[];
}

/** A twin of so many passages whose model, then whose cutting, is changed while it is searched. */
export async function measureReindex(size: {
  chunks: number;
  dimensions: number;
}): Promise<ReindexFigures> {
  const embedders = stubEmbedders(size.dimensions);
  await using world = await openTestWorld({ embedders, embedder: embedders.open("first") });
  const tenant = await world.newTenant();
  const owner = tenant.as("owner");
  const { id: twinId } = await createTwin.run(owner, { name: "Bench" });
  const bench: Bench = { world, tenant, owner, twinId, corpus: makeCorpus(7) };
  const chunks = await teach(bench, size.chunks);
  const model = await measureChange(bench, "another model", { model: "second" });
  const chunking = { targetWords: 200, overlapWords: 40 };
  return { chunks, changes: [model, await measureChange(bench, "cut at 200 words", { chunking })] };
}

interface Bench {
  world: TestWorld;
  tenant: TestTenant;
  owner: Context;
  twinId: string;
  corpus: Corpus;
}

async function teach({ world, tenant, owner, twinId, corpus }: Bench, wanted: number) {
  let chunks = 0;
  while (chunks < wanted) {
    const text = corpus.text(WORDS_PER_SOURCE);
    await addText.run(owner, { twinId, title: `Source at ${chunks}`, text });
    await world.runJobs(tenant);
    chunks = (await getIndex.run(owner, { twinId })).live.passages;
  }
  return chunks;
}

async function measureChange(bench: Bench, name: string, wanted: object): Promise<ChangeFigures> {
  const { owner, twinId } = bench;
  await ask(bench);
  const idle: number[] = [];
  for (let at = 0; at < QUESTIONS; at++) idle.push(await ask(bench));
  await startReindex.run(owner, { twinId, ...wanted });
  const filled = await fillWhileAsked(bench);
  const { candidate } = await getIndex.run(owner, { twinId });
  if (candidate?.status !== "ready") throw new Error("the new index was not filled");
  const startedMs = performance.now();
  await switchIndex.run(owner, { twinId, generationId: candidate.id });
  const switchMs = performance.now() - startedMs;
  return { name, ...filled, idle: summarize(idle), switchMs, firstMs: await ask(bench) };
}

async function fillWhileAsked(bench: Bench) {
  const [startedMs, cpu] = [performance.now(), process.cpuUsage()];
  let isFilled = false;
  const filling = bench.world.runJobs(bench.tenant, "index_fill").finally(() => {
    isFilled = true;
  });
  const times: number[] = [];
  while (!isFilled) {
    times.push(await ask(bench));
    await pause(PAUSE_MS);
  }
  await filling;
  const { user, system } = process.cpuUsage(cpu);
  return {
    fillSeconds: (performance.now() - startedMs) / 1_000,
    cpuSeconds: (user + system) / 1_000_000,
    during: summarize(times),
  };
}

async function ask({ owner, twinId, corpus }: Bench): Promise<number> {
  const startedMs = performance.now();
  await searchKnowledge.run(owner, { twinId, query: corpus.question(), limit: 10 });
  return performance.now() - startedMs;
}

function summarize(times: readonly number[]): Latency {
  return { count: times.length, p50: percentile(times, 50), p95: percentile(times, 95) };
}
