import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createSharedJudgement } from "./shared-judgement.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const actor = { kind: "system", tenantId: "t" } as const;

it("judges once for many streams of one credential, and anew a second later", async () => {
  const judgeShared = createSharedJudgement();
  const judge = vi.fn(async () => actor);
  await Promise.all(Array.from({ length: 50 }, () => judgeShared("one", judge)));
  expect(judge).toHaveBeenCalledTimes(1);
  await judgeShared("another", judge);
  expect(judge).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1_000);
  await judgeShared("one", judge);
  expect(judge).toHaveBeenCalledTimes(3);
});

it("refuses all of them alike", async () => {
  const judgeShared = createSharedJudgement();
  const refuse = async () => Promise.reject(new Error("revoked"));
  const streams = [judgeShared("one", refuse), judgeShared("one", refuse)];
  for (const judged of await Promise.allSettled(streams)) expect(judged.status).toBe("rejected");
});
