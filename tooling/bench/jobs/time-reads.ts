import { setTimeout as delay } from "node:timers/promises";
import { listJobs } from "@understudy/db/queries/jobs";
import { inTenant } from "@understudy/db/scope";
import type { Bench } from "./open-bench.ts";

const PAUSE_MS = 10;

/** Milliseconds of what a screen asks for, again and again until the work is done. */
export async function timeReads(
  { db, tenantId }: Bench,
  work: Promise<unknown>,
): Promise<number[]> {
  let isDone = false;
  const watched = work.finally(() => {
    isDone = true;
  });
  const times: number[] = [];
  while (!isDone) {
    const beganMs = performance.now();
    await inTenant(db, { tenantId }, (tx) => listJobs(tx, { limit: 20 }));
    times.push(performance.now() - beganMs);
    await delay(PAUSE_MS);
  }
  await watched;
  return times;
}
