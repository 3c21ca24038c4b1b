import { eq, gt, lt, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { DispatchTx } from "../scope.ts";
import { workers } from "../tables/workers.ts";
import { one } from "./one.ts";

const ALIVE = sql`now() - interval '15 seconds'`;
const GONE = sql`now() - interval '1 minute'`;

/** How many processes take jobs now, as each of them said within the last 15 seconds. */
export function countLiveWorkers(tx: DispatchTx): Promise<number> {
  return on(tx).$count(workers, gt(workers.heartbeatAt, ALIVE));
}

/** Gives the worker's id; those that fell silent long ago are cleared away. */
export async function insertWorker(
  tx: DispatchTx,
  worker: { host: string; pid: number },
): Promise<string> {
  await on(tx).delete(workers).where(lt(workers.heartbeatAt, GONE));
  return one(await on(tx).insert(workers).values(worker).returning({ id: workers.id })).id;
}

export async function touchWorker(tx: DispatchTx, workerId: string): Promise<void> {
  await on(tx).update(workers).set({ heartbeatAt: sql`now()` }).where(eq(workers.id, workerId));
}

export async function removeWorker(tx: DispatchTx, workerId: string): Promise<void> {
  await on(tx).delete(workers).where(eq(workers.id, workerId));
}
