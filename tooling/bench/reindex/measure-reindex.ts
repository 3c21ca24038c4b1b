import { setTimeout as pause } from "node:timers/promises";
import { openEmbeddingProvider } from "@understudy/core/testing/embedding-provider";
import { openTestWorld } from "@understudy/core/testing/open-test-world";
import { openStore, type Store } from "../../product/open-store.ts";
import { openSession, type Session } from "../../product/session.ts";
import { type ProductProcess, startProcess } from "../../product/start-process.ts";
import { keyHeaders, leaveNoJobs, teachTwin } from "../../product/teach-twin.ts";
import { percentile } from "../percentile.ts";
import { type Corpus, makeCorpus } from "../search/make-corpus.ts";
import { processUse } from "../stream/process-use.ts";

const WORDS_PER_SOURCE = 60_000;
const WARM_UP = 30;
/** Before it is filled, and as many after, before anything is switched. */
const IDLE_QUESTIONS = 75;
const PAUSE_MS = 20;

export interface Latency {
  count: number;
  p50: number;
  p95: number;
}

export interface ReindexFigures {
  passages: number;
  fillSeconds: number;
  /** Of the process that fills, which on the embedded engine is also the one that is searched. */
  cpuSeconds: number;
  idle: Latency;
  during: Latency;
  switchMs: number;
  /** The first search by the new vectors, which are read for it. */
  firstMs: number;
}

/** A twin of so many passages whose embedding model is changed for another, both on loopback, while it is searched over HTTP. */
export async function measureReindex(
  engine: string,
  size: { passages: number; dimensions: number },
): Promise<ReindexFigures> {
  const model = { dimensions: size.dimensions };
  await using provider = await openEmbeddingProvider({ first: model, second: model });
  await using store = await openStore(engine);
  const corpus = makeCorpus(7);
  const taught = await teach(store, provider.ports, { ...size, corpus });
  const settings = {
    ...store.settings,
    OPENAI_BASE_URL: provider.double.baseUrl,
    OPENAI_API_KEY: "bench",
    OPENAI_EMBEDDING_MODEL: "first",
    LOG_LEVEL: "error",
  };
  const processes = await startProcesses(engine, settings);
  const [serving, working] = [processes[0]!, processes.at(-1)!];
  try {
    const session = openSession(serving.url, taught.headers);
    const bench = { session, twinId: taught.twinId, corpus, working };
    return { passages: taught.passages, ...(await measureChange(bench)) };
  } finally {
    for (const each of processes) await each.stop();
  }
}

/** A server's processes apart, as it is deployed; the embedded engine is one process with all. */
async function startProcesses(engine: string, settings: Record<string, string>) {
  if (engine !== "server") return [await startProcess("all", settings)];
  return [await startProcess("serve", settings), await startProcess("work", settings)];
}

async function teach(
  store: Store,
  ports: Awaited<ReturnType<typeof openEmbeddingProvider>>["ports"],
  { passages, corpus }: { passages: number; corpus: Corpus },
) {
  await using world = await openTestWorld(ports, store.open());
  const tenant = await world.newTenant();
  const nextText = () => corpus.text(WORDS_PER_SOURCE);
  const taught = await teachTwin(world, tenant, { passages, nextText });
  await leaveNoJobs(tenant);
  return { ...taught, headers: await keyHeaders(tenant) };
}

interface Bench {
  session: Session;
  twinId: string;
  corpus: Corpus;
  working: ProductProcess;
}

interface Index {
  candidate: { id: string; status: string } | null;
}

async function measureChange(bench: Bench) {
  const { session, twinId, working } = bench;
  for (let asked = 0; asked < WARM_UP; asked++) await ask(bench);
  const idle = await askIdle(bench);
  await session.mutate("knowledge.startReindex", { twinId, model: "second" });
  const before = processUse(working.pid).cpuMs;
  const startedMs = performance.now();
  const during: number[] = [];
  let candidate: Index["candidate"] = null;
  while (candidate?.status !== "ready") {
    during.push(await ask(bench));
    await pause(PAUSE_MS);
    if (during.length % 10 !== 0) continue;
    ({ candidate } = await session.query<Index>("knowledge.index", { twinId }));
  }
  const fillSeconds = (performance.now() - startedMs) / 1_000;
  const cpuSeconds = (processUse(working.pid).cpuMs - before) / 1_000;
  idle.push(...(await askIdle(bench)));
  const switchedMs = performance.now();
  await session.mutate("knowledge.switchIndex", { twinId, generationId: candidate.id });
  const switchMs = performance.now() - switchedMs;
  const firstMs = await ask(bench);
  return {
    fillSeconds,
    cpuSeconds,
    idle: summarize(idle),
    during: summarize(during),
    switchMs,
    firstMs,
  };
}

async function askIdle(bench: Bench): Promise<number[]> {
  const times: number[] = [];
  while (times.length < IDLE_QUESTIONS) times.push(await ask(bench));
  return times;
}

async function ask({ session, twinId, corpus }: Bench): Promise<number> {
  const question = { twinId, query: corpus.question(), limit: 10 };
  const startedMs = performance.now();
  await session.query("knowledge.search", question);
  return performance.now() - startedMs;
}

function summarize(times: readonly number[]): Latency {
  return { count: times.length, p50: percentile(times, 50), p95: percentile(times, 95) };
}
