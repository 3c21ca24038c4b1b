import { setTimeout as pause } from "node:timers/promises";

const LONGEST_PAUSE_MS = 200;

export type Turn = <T>(work: () => Promise<T>) => Promise<T>;

/** What is made beside what answers leaves as much time as it takes to those who wait for an answer. */
export function givingWay(signal: AbortSignal): Turn {
  return async (work) => {
    const startedMs = performance.now();
    const result = await work();
    const tookMs = performance.now() - startedMs;
    await pause(Math.min(tookMs, LONGEST_PAUSE_MS), undefined, { signal });
    return result;
  };
}
