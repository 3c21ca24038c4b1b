import { mkdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { createAuth } from "@understudy/auth/create-auth";
import { runJob } from "@understudy/core/job/run-job";
import type { Services } from "@understudy/core/kernel/services";
import { createTwinIndexes } from "@understudy/core/knowledge/twin-indexes";
import { type Database, openDatabase } from "@understudy/db/client";
import { DataDirInUse } from "@understudy/db/data-dir-in-use";
import { isTimeout, isUnavailable } from "@understudy/db/errors";
import { startJobQueue } from "@understudy/db/job-queue";
import { HistoryMismatch, listPendingSteps, migrate } from "@understudy/db/migrate";
import { hasVectorExtension } from "@understudy/db/queries/extensions";
import { countLiveWorkers } from "@understudy/db/queries/workers";
import { inDispatch } from "@understudy/db/scope";
import { openAiEmbedder } from "@understudy/rag/embed/openai-embedder";
import { createParserPool } from "@understudy/rag/parse/parser-pool";
import { rerankPassages } from "@understudy/rag/rerank/rerank-passages";
import { openDiskBlobs } from "./blobs/disk-blobs.ts";
import { appUrlOf, type Environment } from "./env.ts";
import { createLogger } from "./logger.ts";
import { readinessChecks } from "./readiness/checks.ts";
import { createReadiness } from "./readiness/readiness.ts";
import type { Resources } from "./resources.ts";
import { keptSecret } from "./secret.ts";
import { StartRefused } from "./start-refused.ts";
import { createVault } from "./vault.ts";

const JOBS_AT_ONCE = 4;
const JOB_GRACE_MS = 15_000;
const BYTES_PER_MB = 1_048_576;
const INDEX_BYTES = 512 * BYTES_PER_MB;
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
  const db = await openMigrated(env, { dataDir, stack });
  const secret = env.APP_SECRET ?? (await keptSecret(dataDir));
  const providers = await openProviders(env, { dataDir, secret, stack });
  const readiness = createReadiness(
    readinessChecks({
      ...providers,
      ping: () => db.ping(),
      pendingSteps: () => listPendingSteps(db),
      liveWorkers: () => inDispatch(db, countLiveWorkers),
      hasVectors: () => inDispatch(db, hasVectorExtension),
    }),
  );
  const services = { ...providers, status: () => readiness.status() };
  const auth = createAuth({ db, secret, appUrl: new URL(appUrlOf(env)), signUp: env.SIGN_UP });
  const isOutage = (error: unknown) => isUnavailable(error) || isTimeout(error);
  return { env, log, db, auth, services, readiness, isOutage, draining, halting };
}

async function openMigrated(
  env: Environment,
  { dataDir, stack }: { dataDir: string; stack: AsyncDisposableStack },
): Promise<Database> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  try {
    const db = await openEngine(env, dataDir);
    stack.defer(() => db.close());
    await migrate(db);
    return db;
  } catch (error) {
    throw asRefusal(error);
  }
}

/** The embedded database in the data directory, or the server that was named. */
function openEngine(env: Environment, dataDir: string): Promise<Database> {
  const { DATABASE_URL: url, DATABASE_DIRECT_URL: directUrl } = env;
  if (url) return openDatabase({ kind: "server", url, directUrl });
  return openDatabase({ kind: "embedded", dataDir: join(dataDir, "postgres") });
}

function asRefusal(error: unknown): unknown {
  if (error instanceof DataDirInUse || error instanceof HistoryMismatch) {
    return new StartRefused(`${error.message}.`, { cause: error });
  }
  if (!isUnavailable(error)) return error;
  return new StartRefused("The database that DATABASE_URL names does not answer.", {
    cause: error,
  });
}

type Providers = Omit<Services, "status">;

interface ProviderNeeds {
  dataDir: string;
  secret: string;
  stack: AsyncDisposableStack;
}

async function openProviders(env: Environment, needs: ProviderNeeds): Promise<Providers> {
  const { dataDir, secret, stack } = needs;
  const parsers = createParserPool({
    size: availableParallelism(),
    maxInputBytes: env.MAX_UPLOAD_MB * BYTES_PER_MB,
  });
  stack.defer(() => parsers.close());
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_EMBEDDING_MODEL: model } = env;
  return {
    blobs: await openDiskBlobs(dataDir),
    parse: (request, signal) => parsers.parse(request, signal),
    embedder: apiKey ? openAiEmbedder({ apiKey, baseUrl, model }) : null,
    rerank: rerankPassages,
    indexes: createTwinIndexes({ maxBytes: INDEX_BYTES }),
    vault: createVault(secret),
  };
}

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
