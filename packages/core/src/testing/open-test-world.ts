import { createHash, randomBytes } from "node:crypto";
import type { JobKind } from "@understudy/db/column-values";
import type { Database } from "@understudy/db/database";
import { insertAuthRecord } from "@understudy/db/queries/auth-records";
import { claimJob, succeedJobs } from "@understudy/db/queries/job-attempts";
import { insertTenantWithOwner } from "@understudy/db/queries/memberships";
import { inAuth, inTenant } from "@understudy/db/scope";
import { openTestDatabase } from "@understudy/db/testing/open-test-database";
import type { Embedder } from "@understudy/rag/embed/embedder";
import { rerankPassages } from "@understudy/rag/rerank/rerank-passages";
import { createAnswerRuns } from "../conversation/answer-runs.ts";
import type { Guide } from "../demo/read-guide.ts";
import { openEgress } from "../egress/open-egress.ts";
import { listJobs } from "../job/jobs.ts";
import { type JobRunner, runJob } from "../job/run-job.ts";
import type { Context, Log } from "../kernel/context.ts";
import { createContext } from "../kernel/create-context.ts";
import { KEY_PERMISSIONS, type Role } from "../kernel/permissions.ts";
import type { Ports } from "../kernel/ports.ts";
import { signingKeyFrom } from "../kernel/signing-key.ts";
import { createTwinIndexes } from "../knowledge/twin-indexes.ts";
import { memoryBlobs } from "./memory-blobs.ts";
import { readersInProcess } from "./readers-in-process.ts";

/** An attempt that failed waits for less. */
const SOON_MS = 300_000;

export interface TestWorld extends AsyncDisposable {
  db: Database;
  ports: Ports & { blobs: ReturnType<typeof memoryBlobs> };
  /** A new tenant with its owner. */
  newTenant(): Promise<TestTenant>;
  /** One that is there already. */
  tenantOf(is: { tenantId: string; userId: string }): TestTenant;
  /** Runs the tenant's jobs that are due within minutes, or those of a kind, one attempt each. */
  runJobs(tenant: TestTenant, kind?: JobKind): Promise<void>;
}

export interface TestTenant {
  tenantId: string;
  as(role: Role): Context;
  /** The context of a secret key; null twins means all. */
  asKey(twinIds: string[] | null): Context;
}

const silent: Log = {
  child: () => silent,
  debug() {},
  info() {},
  warn() {},
  error() {},
};

const noGuide: Guide = {
  files: [],
  read: () => {
    throw new Error("This test has no guide.");
  },
};

function onlyThat(embedder: Embedder | null): Ports["embedders"] {
  const open = (model: string) => (embedder?.model === model ? embedder : null);
  return { open, tryOut: open, failureOf: () => null };
}

function openTestPorts(replaced: Partial<Ports>): TestWorld["ports"] {
  return {
    ...readersInProcess,
    passagesRead: 8,
    maxFileBytes: 1_048_576,
    embedder: null,
    embedders: onlyThat(replaced.embedder ?? null),
    vectorStore: null,
    chat: null,
    egress: openEgress({ allow: new Set(), maxBytes: 1_048_576 }),
    resolveTxt: async () => [],
    guide: noGuide,
    answerRuns: createAnswerRuns(),
    rerank: rerankPassages,
    providers: [],
    indexes: createTwinIndexes({ maxBytes: 64 * 1_048_576 }),
    vault: {
      seal: (secret: string) => new TextEncoder().encode(secret),
      open: (sealed: Uint8Array) => new TextDecoder().decode(sealed),
      vouch: (text: string) => createHash("sha256").update(`test ${text}`).digest(),
      signing: signingKeyFrom(randomBytes(32)),
    },
    passwords: {
      hash: async (password: string) => `hash of ${password}`,
      verify: async ({ hash, password }) => hash === `hash of ${password}`,
    },
    mail: null,
    appUrl: "https://studio.example",
    publicUrl: "https://twins.example",
    status: async () => ({ ready: true, dependencies: [] }),
    ...replaced,
    blobs: memoryBlobs(),
  };
}

/** One attempt, as a worker makes it. */
async function runOnce(
  runner: JobRunner,
  { id, tenantId }: { id: string; tenantId: string },
  signal: AbortSignal,
): Promise<void> {
  const job = await inTenant(runner.db, { tenantId }, (tx) => claimJob(tx, id));
  if (!job) return;
  const outcome = await runJob(runner, { ...job, tenantId }, signal);
  if (outcome === "succeeded")
    await inTenant(runner.db, { tenantId }, (tx) => succeedJobs(tx, [job]));
}

/**
 * A migrated database of its own, or one that is given and closed with it, and the ports a use-case
 * needs, without network or processes.
 */
export async function openTestWorld(
  replaced: Partial<Ports> = {},
  opening: Promise<Database> = openTestDatabase(),
): Promise<TestWorld> {
  const db = await opening;
  const ports = openTestPorts(replaced);
  const base = { db, ports, correlationId: "test", log: silent };
  const signal = new AbortController().signal;
  const tenantOf: TestWorld["tenantOf"] = ({ tenantId, userId }) => {
    const sessionId = crypto.randomUUID();
    return {
      tenantId,
      as: (role) =>
        createContext({
          ...base,
          signal,
          actor: { kind: "user", userId, sessionId, tenantId, role },
        }),
      asKey: (twinIds) => {
        const apiKeyId = crypto.randomUUID();
        const actor = {
          kind: "api_key",
          apiKeyId,
          tenantId,
          twinIds,
          permissions: KEY_PERMISSIONS,
        } as const;
        return createContext({ ...base, signal, actor });
      },
    };
  };
  return {
    db,
    ports,
    tenantOf,
    async newTenant() {
      return tenantOf(
        await inAuth(db, async (tx) => {
          const email = `${crypto.randomUUID()}@example.com`;
          const user = await insertAuthRecord(tx, "user", { email, name: "Test" });
          const userId = String(user.id);
          return { userId, tenantId: await insertTenantWithOwner(tx, { userId, name: "Test" }) };
        }),
      );
    },
    async runJobs(tenant, kind) {
      const filter = { limit: 100, status: "queued", kind } as const;
      const { items } = await listJobs.run(tenant.as("owner"), filter);
      for (const { id, dueAt } of items) {
        if (!kind && Date.parse(dueAt) > Date.now() + SOON_MS) continue;
        await runOnce({ db, ports, log: silent }, { id, tenantId: tenant.tenantId }, signal);
      }
    },
    async [Symbol.asyncDispose]() {
      await ports.answerRuns.close();
      await db.close();
    },
  };
}
