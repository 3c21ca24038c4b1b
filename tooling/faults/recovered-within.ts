import { performance } from "node:perf_hooks";
import { expect, type TestContext } from "vitest";

declare module "vitest" {
  interface TaskMeta {
    /** From the end of what broke it to when all was well again, the longest of the test. */
    recoveryMs?: number;
  }
}

/** All is well again now; notes how long that took, for the table that `npm run safety` prints. */
export function recoveredWithin(
  { task }: Pick<TestContext, "task">,
  sinceMs: number,
  mostMs: number,
): void {
  const tookMs = performance.now() - sinceMs;
  task.meta.recoveryMs = Math.max(task.meta.recoveryMs ?? 0, tookMs);
  expect(tookMs).toBeLessThan(mostMs);
}
