import type { Database } from "@understudy/db/client";
import { createPressure, type Pressure } from "../pressure.ts";

const LOOK_EVERY_MS = 50;
/**
 * An answer takes eight transactions, each of which waits as long; the embedded engine runs one at a time,
 * and a source that is being read has many.
 */
const MOST_WAIT_MS = { server: 100, embedded: 1_000, memory: 1_000 };
/** What comes now would not be answered in time, burst or not. */
const FAR_TOO_LONG = 4;

/** Watches how long transactions wait for their turn, and the event loop for itself. */
export function watchPressure(db: Database): Pressure & { stop(): void } {
  const mostWaitMs = MOST_WAIT_MS[db.kind];
  const pressure = createPressure(mostWaitMs);
  let dueMs = performance.now() + LOOK_EVERY_MS;
  const timer = setInterval(() => {
    const nowMs = performance.now();
    pressure.look(Math.max(db.longestWaitMs(), nowMs - dueMs), nowMs);
    dueMs = nowMs + LOOK_EVERY_MS;
  }, LOOK_EVERY_MS);
  timer.unref();
  return {
    isTooHigh: () =>
      pressure.isTooHigh(performance.now()) || db.longestWaitMs() > FAR_TOO_LONG * mostWaitMs,
    stop: () => clearInterval(timer),
  };
}
