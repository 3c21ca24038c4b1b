import { mkdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { createAuth } from "@understudy/auth/create-auth";
import { runJob } from "@understudy/core/job/run-job";
import type { Services } from "@understudy/core/kernel/services";
import { createTwinIndexes } from "@understudy/core/knowledge/twin-indexes";
import { type Database, openDatabase } from "@understudy/db/client";
import { startJobQueue } from "@understudy/db/job-queue";
import { listPendingSteps, migrate } from "@understudy/db/migrate";
import { openAiEmbedder } from "@understudy/rag/embed/openai-embedder";
import { createParserPool } from "@understudy/rag/parse/parser-pool";
import type { Rerank } from "@understudy/rag/rerank/rerank";
import { openDiskBlobs } from "./blobs/disk-blobs.ts";
import { appUrlOf, type Environment } from "./env.ts";
import { createLogger } from "./logger.ts";
import { readinessChecks } from "./readiness/checks.ts";
import { createReadiness } from "./readiness/readiness.ts";
import type { Resources } from "./resources.ts";
import { keptSecret } from "./secret.ts";
import { createVault } from "./vault.ts";

const JOBS_AT_ONCE = 4;
const JOB_GRACE_MS = 15_000;
const INDEX_BYTES = 512 * 1_048_576;
const PARSER = {
  timeoutMs: 120_000,
  memoryMb: 1_024,
  maxOutputBytes: 256 * 1_048_576,
};

export interface Lifetime {
  /** What is opened here is closed with it, the last first. */
  stack: AsyncDisposableStack;
  draining: AbortSignal;
  halting: AbortSignal;
}

/** The only place that opens resources. */
export async function compose(env: Environment, lifetime: Lifetime): Promise<Resources> {
  const { stack, draining, halting } = lifetime;
  const dataDir = resolve(env.DATA_DIR);
  const log = createLogger(env.LOG_LEVEL);
  const db = await openEngine(env, dataDir);
  stack.defer(() => db.close());
  await migrate(db);
  const secret = env.APP_SECRET ?? (await keptSecret(dataDir));
  const providers = await openProviders(env, { dataDir, secret, stack });
  const readiness = createReadiness(
    readinessChecks({
      ...providers,
      ping: () => db.ping(),
      pendingSteps: () => listPendingSteps(db),
    }),
  );
  const services = { ...providers, status: () => readiness.status() };
  const auth = createAuth({ db, secret, appUrl: new URL(appUrlOf(env)), signUp: env.SIGN_UP });
  return { env, log, db, auth, services, readiness, draining, halting };
}

/** The embedded database in the data directory, or the server that was named. */
async function openEngine(env: Environment, dataDir: string): Promise<Database> {
  const { DATABASE_URL: url, DATABASE_DIRECT_URL: directUrl } = env;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  if (url) return openDatabase({ kind: "server", url, directUrl });
  return openDatabase({ kind: "embedded", dataDir: join(dataDir, "postgres") });
}

type Providers = Omit<Services, "status">;

interface ProviderNeeds {
  dataDir: string;
  secret: string;
  stack: AsyncDisposableStack;
}

async function openProviders(env: Environment, needs: ProviderNeeds): Promise<Providers> {
  const { dataDir, secret, stack } = needs;
  const parsers = createParserPool({ size: availableParallelism(), ...PARSER });
  stack.defer(() => parsers.close());
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_EMBEDDING_MODEL: model } = env;
  return {
    blobs: await openDiskBlobs(dataDir),
    parse: (request, signal) => parsers.parse(request, signal),
    embedder: apiKey ? openAiEmbedder({ apiKey, baseUrl, model }) : null,
    rerank: keepFusedOrder,
    indexes: createTwinIndexes({ maxBytes: INDEX_BYTES }),
    vault: createVault(secret),
  };
}

/** Until a reranker has something to say, the fused score stands. */
const keepFusedOrder: Rerank = async (_query, candidates) =>
  candidates.map(({ scores }) => scores.fused);

export interface Worker {
  /** Lets running attempts finish within the queue's grace, and hands the rest back. */
  stop(): Promise<void>;
}

/** Takes jobs from the database and runs them, beside any number of others that do the same. */
export function startWorker({ db, services, log }: Resources): Promise<Worker> {
  return startJobQueue(db, {
    concurrency: JOBS_AT_ONCE,
    graceMs: JOB_GRACE_MS,
    onError: (error) => log.error({ err: error }, "the job queue broke"),
    onJob: (job, signal) => runJob({ db, services, log }, job, signal),
  });
}
