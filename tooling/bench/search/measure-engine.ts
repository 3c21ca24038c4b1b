import { openTestWorld } from "@understudy/core/testing/open-test-world";
import MiniSearch from "minisearch";
import { openStore } from "../../product/open-store.ts";
import { openSession } from "../../product/session.ts";
import { type ProductProcess, startProcess } from "../../product/start-process.ts";
import { keyHeaders, leaveNoJobs, teachTwin } from "../../product/teach-twin.ts";
import { percentile } from "../percentile.ts";
import { processUse } from "../stream/process-use.ts";
import { makeCorpus } from "./make-corpus.ts";
import { type StageFigures, summarizeStages, type Timings } from "./summarize-stages.ts";

const WORDS_PER_SOURCE = 60_000;
const QUESTIONS = 200;
const WARM_UP = 50;
const LIMIT = 10;
/** Beyond it minisearch takes gigabytes. */
const LARGEST_PEER = 20_000;
const MEGABYTE = 1_048_576;

export interface SearchFigures {
  passages: number;
  /** From a cold cache: the segments are read and merged. */
  firstMs: number;
  p50Ms: number;
  p95Ms: number;
  /** Of the product's process, for one search; on the embedded engine the database's too. */
  cpuMs: number;
  /** What the process has grown by since it held nothing. */
  grownMegabytes: number;
  /** minisearch in this process on the same passages. */
  peerP95Ms: number | null;
  stages: StageFigures[];
}

interface Twin {
  twinId: string;
  passages: number;
  peer: MiniSearch | null;
}

/**
 * A twin of each size in one database, asked by `knowledge.search` over HTTP of a process of the product.
 * Each question is asked of all of them in turn: what else the machine does, slows them alike.
 */
export async function measureEngine(
  engine: string,
  sizes: readonly number[],
): Promise<SearchFigures[]> {
  await using store = await openStore(engine);
  const corpus = makeCorpus(7);
  const { twins, headers } = await teach(sizes, store.open(), () => corpus.text(WORDS_PER_SOURCE));
  const mode = engine === "server" ? "serve" : "all";
  const product = await startProcess(mode, { ...store.settings, LOG_LEVEL: "error" });
  try {
    const questions = Array.from({ length: QUESTIONS + WARM_UP }, () => corpus.question());
    return await ask(product, { twins, headers, questions });
  } finally {
    await product.stop();
  }
}

async function teach(
  sizes: readonly number[],
  opening: ReturnType<Awaited<ReturnType<typeof openStore>>["open"]>,
  nextText: () => string,
) {
  await using world = await openTestWorld({}, opening);
  const tenant = await world.newTenant();
  const twins: Twin[] = [];
  for (const size of sizes) {
    const peer = size <= LARGEST_PEER ? new MiniSearch({ fields: ["text"] }) : null;
    const onPassages = (added: { id: string; text: string }[]) =>
      peer?.addAll(added.map(({ id, text }) => ({ id, text })));
    const taught = await teachTwin(world, tenant, { passages: size, nextText, onPassages });
    twins.push({ ...taught, peer });
  }
  await leaveNoJobs(tenant);
  return { twins, headers: await keyHeaders(tenant) };
}

interface Asked {
  twins: readonly Twin[];
  headers: Record<string, string>;
  questions: readonly string[];
}

interface Run extends Twin {
  firstMs: number;
  grownBytes: number;
  times: number[];
  timings: Timings[];
  cpuMs: number;
  peerTimes: number[];
}

async function ask(
  { url, pid }: ProductProcess,
  { twins, headers, questions }: Asked,
): Promise<SearchFigures[]> {
  const { query: call } = openSession(url, headers);
  const search = (twinId: string, query: string) =>
    call<{ timingsMs: Timings }>("knowledge.search", { twinId, query, limit: LIMIT });
  const runs: Run[] = [];
  for (const twin of twins) {
    const { residentBytes } = processUse(pid);
    const firstMs = await clock(() => search(twin.twinId, questions[0]!));
    const grownBytes = processUse(pid).residentBytes - residentBytes;
    runs.push({ ...twin, firstMs, grownBytes, times: [], timings: [], cpuMs: 0, peerTimes: [] });
  }
  for (const [number, question] of questions.entries()) {
    for (const run of runs) {
      const before = processUse(pid).cpuMs;
      let timings: Timings = {};
      const tookMs = await clock(async () => {
        ({ timingsMs: timings } = await search(run.twinId, question));
      });
      if (number < WARM_UP) continue;
      run.cpuMs += processUse(pid).cpuMs - before;
      run.times.push(tookMs);
      run.timings.push(timings);
      if (run.peer) run.peerTimes.push(await clock(async () => run.peer?.search(question)));
    }
  }
  return runs.map(figuresOf);
}

function figuresOf(run: Run): SearchFigures {
  const { passages, firstMs, grownBytes, times, timings, cpuMs, peerTimes } = run;
  return {
    passages,
    firstMs,
    p50Ms: percentile(times, 50),
    p95Ms: percentile(times, 95),
    cpuMs: cpuMs / times.length,
    grownMegabytes: grownBytes / MEGABYTE,
    peerP95Ms: peerTimes.length > 0 ? percentile(peerTimes, 95) : null,
    stages: summarizeStages(timings, times),
  };
}

async function clock(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}
