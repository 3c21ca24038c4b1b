import { setTimeout as delay } from "node:timers/promises";

/** Calls so many times a second for so long, whether or not earlier calls have ended; gives what came of all. */
export async function arrive<Result>(
  { perSecond, seconds }: { perSecond: number; seconds: number },
  call: (index: number) => Promise<Result>,
): Promise<Result[]> {
  const calls: Promise<Result>[] = [];
  const startedMs = performance.now();
  const count = Math.ceil(perSecond * seconds);
  for (let index = 0; index < count; index++) {
    const dueMs = startedMs + (index * 1_000) / perSecond;
    const waitMs = dueMs - performance.now();
    if (waitMs > 0) await delay(waitMs);
    calls.push(call(index));
  }
  return Promise.all(calls);
}
