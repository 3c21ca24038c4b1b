import { hostname } from "node:os";
import type { Database } from "../database.ts";
import { insertWorker, removeWorker, touchWorker } from "../queries/workers.ts";
import { inDispatch } from "../scope.ts";
import { coalesce } from "./coalesce.ts";

const BEAT_EVERY_MS = 5_000;

/** Says in the database that this process takes jobs, as long as it does. */
export async function announceWorker(
  db: Database,
  onError: (error: unknown) => void,
): Promise<{ stop(): Promise<void> }> {
  const workerId = await inDispatch(db, (tx) =>
    insertWorker(tx, { host: hostname(), pid: process.pid }),
  );
  const beat = coalesce(() => inDispatch(db, (tx) => touchWorker(tx, workerId)), onError);
  const timer = setInterval(() => void beat(), BEAT_EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await beat();
      await inDispatch(db, (tx) => removeWorker(tx, workerId)).catch(onError);
    },
  };
}
