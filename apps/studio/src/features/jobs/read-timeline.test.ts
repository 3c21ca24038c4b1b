import type { Job } from "@understudy/core/job/contract";
import { expect, test } from "vitest";
import { readTimeline } from "./read-timeline.ts";

const START = Date.parse("2026-11-20T10:00:00.000Z");
const at = (ms: number) => new Date(START + ms).toISOString();
const line = (
  attempt: number,
  stage: string | null,
  afterMs: number,
  rest: { durationMs?: number; level?: "info" | "error" } = {},
) => ({
  id: `${attempt}-${afterMs}`,
  attempt,
  stage,
  level: rest.level ?? ("info" as const),
  message: "",
  durationMs: rest.durationMs ?? null,
  createdAt: at(afterMs),
});
const job = (changes: Partial<Job>) =>
  ({ status: "succeeded", attempt: 1, stage: null, startedAt: at(0), ...changes }) as Job;

test("each stage begins where its time says", () => {
  const lines = [
    line(1, "parse", 400, { durationMs: 400 }),
    line(1, "chunk", 500, { durationMs: 100 }),
  ];
  expect(readTimeline(job({}), lines, START)).toEqual([
    {
      number: 1,
      startMs: START,
      endMs: START + 500,
      stages: [
        { name: "parse", state: "done", startMs: START, durationMs: 400 },
        { name: "chunk", state: "done", startMs: START + 400, durationMs: 100 },
      ],
    },
  ]);
});

test("the stage that broke and the one that runs stand in their attempts", () => {
  const lines = [
    line(1, "parse", 400, { durationMs: 400 }),
    line(1, "chunk", 700, { level: "error" }),
    line(2, "parse", 1_100, { durationMs: 100 }),
  ];
  const running = job({ status: "running", attempt: 2, stage: "chunk" });
  const [first, second] = readTimeline(running, lines, START + 1_350);
  expect(first?.stages.at(-1)).toEqual({
    name: "chunk",
    state: "broken",
    startMs: START + 400,
    durationMs: 300,
  });
  expect(second?.stages.at(-1)).toEqual({
    name: "chunk",
    state: "running",
    startMs: START + 1_100,
    durationMs: 250,
  });
});

test("an attempt that has only begun shows the stage it is in", () => {
  const [attempt] = readTimeline(job({ status: "running", stage: "fetch" }), [], START + 50);
  expect(attempt?.stages).toEqual([
    { name: "fetch", state: "running", startMs: START, durationMs: 50 },
  ]);
  expect(readTimeline(job({ status: "queued" }), [line(1, null, 5)], START)).toEqual([]);
});
