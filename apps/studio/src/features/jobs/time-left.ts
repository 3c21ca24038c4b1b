import type { Job } from "@understudy/core/job/contract";
import { formatDuration } from "#lib/format-time.ts";

const LEAST_PROGRESS = 0.05;
const LEAST_MS = 5_000;

/** How long a job will take as far as it has gone; undefined while that would be a guess. */
export function timeLeft(
  { status, progress, startedAt }: Pick<Job, "status" | "progress" | "startedAt">,
  nowMs: number,
): string | undefined {
  if (status !== "running" || !startedAt || progress < LEAST_PROGRESS) return undefined;
  const spentMs = nowMs - Date.parse(startedAt);
  if (spentMs < LEAST_MS) return undefined;
  const leftMs = (spentMs / progress) * (1 - progress);
  return `about ${formatDuration(Math.ceil(leftMs / 1_000) * 1_000).replace(/\.0 s/, " s")} left`;
}
