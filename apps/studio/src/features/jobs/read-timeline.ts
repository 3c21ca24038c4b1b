import type { Job } from "@understudy/core/job/contract";
import type { LogLine } from "./log-line.ts";

export interface Stage {
  name: string;
  state: "done" | "running" | "broken";
  startMs: number;
  durationMs: number;
}

export interface Attempt {
  number: number;
  stages: Stage[];
  startMs: number;
  endMs: number;
}

/** The stages of each attempt in time, as its log tells them; `nowMs` ends the one that is running. */
export function readTimeline(job: Job, lines: readonly LogLine[], nowMs: number): Attempt[] {
  const byAttempt = Map.groupBy(
    lines.filter(({ stage }) => stage !== null),
    ({ attempt }) => attempt,
  );
  if (job.status === "running" && !byAttempt.has(job.attempt)) byAttempt.set(job.attempt, []);
  return [...byAttempt].flatMap(([number, own]) => {
    const isNow = job.status === "running" && number === job.attempt;
    const stages = readStages(own, number === 1 ? job.startedAt : null);
    if (isNow) stages.push(...readRunning(job, stages, nowMs));
    const [first] = stages;
    if (!first) return [];
    const endMs = Math.max(...stages.map(({ startMs, durationMs }) => startMs + durationMs));
    return [{ number, stages, startMs: first.startMs, endMs }];
  });
}

function readStages(lines: readonly LogLine[], beganAt: string | null): Stage[] {
  const stages: Stage[] = [];
  for (const { stage, level, durationMs, createdAt } of lines) {
    const at = Date.parse(createdAt);
    const name = stage ?? "";
    if (durationMs !== null) {
      stages.push({ name, state: "done", startMs: at - durationMs, durationMs });
    } else if (level === "error") {
      const startMs = endOf(stages) ?? (beganAt ? Date.parse(beganAt) : at);
      stages.push({ name, state: "broken", startMs, durationMs: at - startMs });
    }
  }
  return stages;
}

function readRunning(job: Job, before: readonly Stage[], nowMs: number): Stage[] {
  if (!job.stage || before.some(({ name }) => name === job.stage)) return [];
  const startMs = endOf(before) ?? Date.parse(job.startedAt ?? job.createdAt);
  return [{ name: job.stage, state: "running", startMs, durationMs: Math.max(nowMs - startMs, 0) }];
}

function endOf(stages: readonly Stage[]): number | undefined {
  const last = stages.at(-1);
  return last && last.startMs + last.durationMs;
}
