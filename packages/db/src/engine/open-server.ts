import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { createWaits } from "./create-waits.ts";
import type { Engine, Sql } from "./engine.ts";
import { hearsNotifications } from "./hear-notifications.ts";
import { limitConcurrency } from "./limit-concurrency.ts";
import { NO_DISK_TURNS } from "./no-disk-turns.ts";
import { openListener } from "./open-listener.ts";
import { prepareStatements } from "./prepare-statements.ts";

export interface ServerOptions {
  url: string;
  /** Past a pooler: for LISTEN, migrations and the queue. */
  directUrl?: string;
  poolSize?: number;
  /** False for poolers that cannot carry prepared statements from one connection to another. */
  prepare?: boolean;
}

const QUEUE_CONNECTIONS = 4;
const CONNECT_TIMEOUT_SECONDS = 4;
/** postgres.js waits up to 20 s between tries: a request would wait as long for its refusal. */
const RECONNECT_AFTER_SECONDS = 0.25;
const CLOSE_TIMEOUT_SECONDS = 5;
const MAX_WAIT_FOR_CONNECTION_MS = 4_000;

const LIMITS = {
  statement_timeout: "30s",
  lock_timeout: "5s",
  idle_in_transaction_session_timeout: "60s",
  // To compile a statement takes longer than any of ours runs.
  jit: "off",
  ...NO_DISK_TURNS,
};

export async function openServer(options: ServerOptions): Promise<Engine> {
  const { url, directUrl = url, poolSize = 10, prepare = true } = options;
  const shared = {
    connect_timeout: CONNECT_TIMEOUT_SECONDS,
    backoff: () => RECONNECT_AFTER_SECONDS,
    onnotice: () => {},
  };
  const pool = postgres(url, { ...shared, max: poolSize, prepare });
  // Drizzle changes how its client writes values, so the owner's statements have a client of their own.
  const direct = postgres(directUrl, { ...shared, max: 2, prepare: false, idle_timeout: 30 });
  const listener = openListener(directUrl, { ...shared, prepare: false });
  const sql = drizzle(prepareStatements(pool), { casing: "snake_case" });
  const slots = limitConcurrency({ slots: poolSize, maxWaitMs: MAX_WAIT_FOR_CONNECTION_MS });
  const waits = createWaits();
  return {
    kind: "server",
    limits: LIMITS,
    notifies: () => hearsNotifications(direct),
    transaction: (work) => {
      const begun = waits.begin();
      return slots(() => {
        begun();
        return sql.transaction((tx) => work(tx as unknown as Sql));
      }).finally(begun);
    },
    longestWaitMs: waits.longestMs,
    ownerTransaction: async <T>(work: Parameters<Engine["ownerTransaction"]>[0]) =>
      (await direct.begin((tx) =>
        work({
          run: async (script) => void (await tx.unsafe(script)),
          rows: async <Row>(query: string, parameters: unknown[] = []) =>
            (await tx.unsafe(query, parameters as never[])) as unknown as Row[],
        }),
      )) as T,
    listen: (channel, onPayload, onGap) => listener.listen(channel, { onPayload, onGap }),
    queueOptions: () => ({
      connectionString: directUrl,
      max: QUEUE_CONNECTIONS,
      connectionTimeoutMillis: CONNECT_TIMEOUT_SECONDS * 1_000,
    }),
    close: async () => {
      const timeout = CLOSE_TIMEOUT_SECONDS;
      await Promise.all([pool.end({ timeout }), direct.end({ timeout }), listener.close(timeout)]);
    },
  };
}
