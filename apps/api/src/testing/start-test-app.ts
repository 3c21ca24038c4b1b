import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createAuth } from "@understudy/auth/create-auth";
import { passwords } from "@understudy/auth/hash-password";
import { createAnswerRuns } from "@understudy/core/conversation/answer-runs";
import { readGuide } from "@understudy/core/demo/read-guide";
import { welcomeFirstAccount } from "@understudy/core/demo/welcome-first-account";
import { openEgress } from "@understudy/core/egress/open-egress";
import { startWorker } from "@understudy/core/job/start-worker";
import type { Ports } from "@understudy/core/kernel/ports";
import { createTwinIndexes } from "@understudy/core/knowledge/twin-indexes";
import { readersInProcess } from "@understudy/core/testing/readers-in-process";
import { isUnavailable } from "@understudy/db/errors";
import { openTestDatabase } from "@understudy/db/testing/open-test-database";
import { rerankPassages } from "@understudy/rag/rerank/rerank-passages";
import { openDiskBlobs } from "../blobs/disk-blobs.ts";

import {
  appOriginOf,
  appUrlOf,
  type Environment,
  publicOriginOf,
  readEnvironment,
} from "../env.ts";
import { createApp } from "../http/app.ts";
import { listen } from "../http/listen.ts";
import { createLogger } from "../logger.ts";
import { openMail } from "../mail/open-mail.ts";
import { NO_PRESSURE, type Pressure } from "../pressure.ts";
import { createReadiness } from "../readiness/readiness.ts";
import type { Resources } from "../resources.ts";
import { NO_TELEMETRY, type Telemetry } from "../telemetry/telemetry.ts";
import { createVault } from "../vault.ts";

export interface TestApp extends AsyncDisposable {
  url: string;
  resources: Resources;
  drain: AbortController;
  /** Runs jobs in this process from now on. */
  work(): Promise<void>;
}

const GUIDE_DIR = fileURLToPath(new URL("../../../../docs/guide", import.meta.url));
const SECRET = "kT3vZq8LwX2mB7nR5yJ1cF6hD9gS4pAeUi0o";

export interface TestAppOptions {
  /** Shares that one's database and files, as a second process of one instance would. */
  beside?: TestApp;
  abandonedAfterMs?: number;
  pressure?: Pressure;
  telemetry?: Telemetry;
}

/** The program's HTTP doors on a database and a data directory of their own; jobs are run by the test. */
export async function startTestApp(
  variables: NodeJS.ProcessEnv = {},
  {
    beside,
    abandonedAfterMs,
    pressure = NO_PRESSURE,
    telemetry = NO_TELEMETRY,
  }: TestAppOptions = {},
): Promise<TestApp> {
  const stack = new AsyncDisposableStack();
  const dataDir = beside?.resources.env.DATA_DIR ?? (await openDataDir(stack));
  const env = readEnvironment({
    SIGN_UP: "open",
    LOG_LEVEL: "silent",
    DEMO_TWIN: "off",
    DATA_DIR: dataDir,
    ...variables,
  });
  const db = beside?.resources.db ?? (await openDatabase(stack));
  const readiness = createReadiness([]);
  const answerRuns = createAnswerRuns({ abandonedAfterMs });
  stack.defer(() => answerRuns.close());
  const ports = { ...(await openTestPorts(env)), answerRuns, status: () => readiness.status() };
  const drain = new AbortController();
  const halting = new AbortController().signal;
  const appUrl = new URL(appUrlOf(env));
  const log = createLogger(env.LOG_LEVEL);
  const welcomeFirst = welcomeFirstAccount({ db, ports, log, signal: halting });
  const auth = createAuth({
    db,
    appUrl,
    mail: ports.mail,
    onMailFailed: () => {},
    secret: SECRET,
    signUp: env.SIGN_UP,
    ...(env.DEMO_TWIN === "on" && { welcomeFirst }),
  });
  const lifetime = { draining: drain.signal, halting, isOutage: isUnavailable };
  const watched = { readiness, telemetry, pressure };
  const resources = { env, log, db, auth, ports, ...watched, ...lifetime };
  const app = createApp(resources, {
    appUrl,
    studioDir: join(dataDir, "studio"),
    widgetDir: join(dataDir, "widget"),
  });
  const server = await listen(app.fetch, { host: "127.0.0.1", port: 0 });
  stack.defer(() => {
    drain.abort();
    server.cut();
  });
  return {
    url: `http://127.0.0.1:${server.port}`,
    resources,
    drain,
    async work() {
      const worker = await startWorker(resources);
      stack.defer(() => worker.stop());
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

async function openTestPorts(env: Environment): Promise<Omit<Ports, "answerRuns" | "status">> {
  return {
    blobs: await openDiskBlobs(env.DATA_DIR),
    egress: openEgress({ allow: new Set(env.EGRESS_ALLOW), maxBytes: 1_048_576, paceMs: 0 }),
    resolveTxt: async () => [],
    guide: await readGuide(GUIDE_DIR),
    ...readersInProcess,
    passagesRead: env.RAG_TOP_K,
    maxFileBytes: env.MAX_UPLOAD_MB * 1_048_576,
    embedder: null,
    embedders: { open: () => null, tryOut: () => null, failureOf: () => null },
    vectorStore: null,
    chat: null,
    rerank: rerankPassages,
    providers: [],
    indexes: createTwinIndexes({ maxBytes: 64 * 1_048_576 }),
    vault: createVault(SECRET),
    mail: openMail(env),
    passwords,
    appUrl: appOriginOf(env),
    publicUrl: publicOriginOf(env),
  };
}

async function openDataDir(stack: AsyncDisposableStack): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), "understudy-api-"));
  stack.defer(() => rm(dataDir, { recursive: true, force: true }));
  return dataDir;
}

async function openDatabase(stack: AsyncDisposableStack) {
  const db = await openTestDatabase();
  stack.defer(() => db.close());
  return db;
}
