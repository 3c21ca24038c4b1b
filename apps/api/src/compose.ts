import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createAuth } from "@understudy/auth/create-auth";
import { passwords } from "@understudy/auth/hash-password";
import { createAnswerRuns } from "@understudy/core/conversation/answer-runs";
import { readGuide } from "@understudy/core/demo/read-guide";
import { welcomeFirstAccount } from "@understudy/core/demo/welcome-first-account";
import { openEgress } from "@understudy/core/egress/open-egress";
import { openResolveTxt } from "@understudy/core/egress/resolve-txt";
import type { Ports } from "@understudy/core/kernel/ports";
import { createTwinIndexes } from "@understudy/core/knowledge/twin-indexes";
import { isTimeout, isUnavailable } from "@understudy/db/errors";
import { listPendingSteps } from "@understudy/db/migrate";
import { countBacklog } from "@understudy/db/queries/backlog";
import { hasVectorExtension } from "@understudy/db/queries/extensions";
import { countLiveWorkers } from "@understudy/db/queries/workers";
import { inDispatch } from "@understudy/db/scope";
import { createCircuitBreaker } from "@understudy/rag/chat/circuit-breaker";
import { createParserPool } from "@understudy/rag/parse/parser-pool";
import { openBlobs } from "./blobs/open-blobs.ts";
import { forgetErased } from "./compose/forget-erased.ts";
import { openMigrated } from "./compose/open-engine.ts";
import { type Models, openModels } from "./compose/open-models.ts";
import { openVectorStore } from "./compose/open-vector-store.ts";
import { watchPressure } from "./compose/watch-pressure.ts";
import { appOriginOf, appUrlOf, type Environment, publicOriginOf } from "./env.ts";
import { createLogger } from "./logger.ts";
import { openMail } from "./mail/open-mail.ts";
import { readinessChecks } from "./readiness/checks.ts";
import { createReadiness } from "./readiness/readiness.ts";
import type { Resources } from "./resources.ts";
import { keptSecret } from "./secret.ts";
import { openTelemetry } from "./telemetry/open-telemetry.ts";
import { createVault } from "./vault.ts";

const GUIDE_DIR = fileURLToPath(new URL("../../../docs/guide", import.meta.url));
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
  stack.defer(await forgetErased(db, providers));
  const telemetry = await openTelemetry(env, {
    stack,
    backlog: () => inDispatch(db, countBacklog),
  });
  const { models, observed, probes } = await openModels(env, { log, telemetry });
  const vectorBreaker = createCircuitBreaker();
  const vectorStore = openVectorStore(env, { db, breaker: vectorBreaker });
  const readiness = createReadiness(
    readinessChecks({
      ...observed,
      vectorStore: { kind: vectorStore?.kind ?? "memory", breaker: vectorBreaker },
      blobs: providers.blobs,
      ping: () => db.ping(),
      pendingSteps: () => listPendingSteps(db),
      liveWorkers: () => inDispatch(db, countLiveWorkers),
      hasVectors: () => inDispatch(db, hasVectorExtension),
    }),
  );
  const ports: Ports = {
    ...providers,
    ...models,
    vectorStore,
    providers: [
      ...probes,
      {
        id: "vectors",
        provider: vectorStore?.kind ?? null,
        model: vectorStore?.kind ?? null,
        breaker: vectorBreaker,
      },
    ],
    status: () => readiness.status(),
  };
  const welcomeFirst = welcomeFirstAccount({ db, ports, log, signal: halting });
  const auth = createAuth({
    db,
    secret,
    appUrl: new URL(appUrlOf(env)),
    signUp: env.SIGN_UP,
    mail: ports.mail,
    onMailFailed: (error) => log.error({ err: error }, "a mail with a new password's link failed"),
    ...(env.DEMO_TWIN === "on" && { welcomeFirst }),
  });
  const isOutage = (error: unknown) => isUnavailable(error) || isTimeout(error);
  const pressure = watchPressure(db);
  stack.defer(() => pressure.stop());
  return { env, log, db, auth, ports, readiness, telemetry, pressure, isOutage, draining, halting };
}

type Providers = Omit<Ports, "status" | "providers" | keyof Models | "vectorStore">;

interface ProviderNeeds {
  dataDir: string;
  secret: string;
  stack: AsyncDisposableStack;
}

async function openProviders(env: Environment, needs: ProviderNeeds): Promise<Providers> {
  const { dataDir, secret, stack } = needs;
  const maxFileBytes = env.MAX_UPLOAD_MB * BYTES_PER_MB;
  const parsers = createParserPool({
    size: availableParallelism(),
    maxInputBytes: maxFileBytes,
  });
  stack.defer(() => parsers.close());
  const answerRuns = createAnswerRuns();
  stack.defer(() => answerRuns.close());
  return {
    blobs: await openBlobs(env, dataDir),
    egress: openEgress({
      allow: new Set(env.EGRESS_ALLOW),
      ports: env.EGRESS_PORTS,
      maxBytes: maxFileBytes,
    }),
    resolveTxt: openResolveTxt(env.DNS_SERVERS),
    guide: await readGuide(GUIDE_DIR),
    parse: (request, signal) => parsers.parse(request, signal),
    readOutline: (request, signal) => parsers.readOutline(request, signal),
    readSitemap: (request, signal) => parsers.readSitemap(request, signal),
    passagesRead: env.RAG_TOP_K,
    maxFileBytes,
    answerRuns,
    indexes: createTwinIndexes({ maxBytes: INDEX_BYTES }),
    vault: createVault(secret),
    mail: openMail(env),
    passwords,
    appUrl: appOriginOf(env),
    publicUrl: publicOriginOf(env),
  };
}
