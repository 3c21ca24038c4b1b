import { setTimeout as delay } from "node:timers/promises";

/** Calls so often at this rate, whether or not earlier calls have ended; gives what came of all. */
export async function arrive<Result>(
  { perSecond, count }: { perSecond: number; count: number },
  call: (index: number) => Promise<Result>,
): Promise<Result[]> {
  const calls: Promise<Result>[] = [];
  const startedMs = performance.now();
  for (let index = 0; index < count; index++) {
    const dueMs = startedMs + (index * 1_000) / perSecond;
    const waitMs = dueMs - performance.now();
    if (waitMs > 0) await delay(waitMs);
    calls.push(call(index));
  }
  return Promise.all(calls);
}
