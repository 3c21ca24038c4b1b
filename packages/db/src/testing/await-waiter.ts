import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";

const POLL_MS = 10;
const MAX_POLLS = 1_000;

/** Until someone waits for what this transaction holds, for ten seconds at most; for a server. */
export async function awaitWaiter(tx: TenantTx): Promise<void> {
  const waiting = sql`
    select pid from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`;
  for (let polls = 0; polls < MAX_POLLS; polls++) {
    if ((await rowsOf(tx, waiting)).length > 0) return;
    await sleep(POLL_MS);
  }
  throw new Error("Nobody came to wait for this transaction.");
}
