import type { Job } from "@understudy/core/job/contract";
import { formatAgo, formatDuration } from "#lib/format-time.ts";

const STAGES: Record<string, string> = {
  fetch: "Fetching the page",
  find: "Finding pages",
  settle: "Taking stock",
  unpack: "Unpacking",
  parse: "Reading",
  chunk: "Finding passages",
  cut: "Cutting texts anew",
  weigh: "Weighing words and meaning",
  compare: "Comparing with what answers",
  embed: "Learning meaning",
  index: "Indexing words",
  switch: "Going live",
  blobs: "Removing files",
  rows: "Removing passages",
  sources: "Checking sources",
  versions: "Checking passages",
  vectors: "Checking vectors",
  files: "Checking files",
  sketches: "Comparing sources with each other",
  verified: "Checking verified answers",
  freshness: "Checking pages",
  questions: "Asking the tests",
  shut: "Shutting it off",
  survey: "Looking for all there is",
  caches: "Emptying caches",
  verify: "Looking whether anything is left",
  write: "Writing the file",
};

export const KIND_WORDS = {
  ingestion: "Processing",
  reindex: "Re-indexing",
  index_fill: "New index",
  resync: "Scheduled sync",
  health_check: "Health check",
  quality_run: "Quality run",
  export: "Export",
  erasure: "Erasure",
  import: "Import",
  bundle: "Bundle",
  notice: "Notice",
  retention: "Clean-up",
  reconcile: "Self-check",
  webhook: "Webhook delivery",
  verification: "Domain check",
  clustering: "Grouping questions",
  follow_up: "Answer by mail",
  weighing: "Weighing meaning",
} as const satisfies Record<Job["kind"], string>;

export const STATUS_WORDS = {
  queued: "Waiting",
  running: "Running",
  succeeded: "Done",
  failed: "Failed",
  cancelled: "Cancelled",
} as const satisfies Record<Job["status"], string>;

export function stageWords(stage: string | null): string {
  return stage ? (STAGES[stage] ?? stage) : "Starting";
}

/** What a job is doing now, in a few words. */
export function jobWords(job: Job): string {
  switch (job.status) {
    case "queued":
      return job.attempt > 0
        ? `Waiting for attempt ${job.attempt + 1} of ${job.maxAttempts}`
        : STATUS_WORDS.queued;
    case "running":
      return stageWords(job.stage);
    case "failed":
      return job.failure?.message ?? STATUS_WORDS.failed;
    default:
      return STATUS_WORDS[job.status];
  }
}

const SOON_MS = 5 * 60_000;

/** Its state in a word or two, and when a job that waits will run. */
export function stateWords(job: Job, nowMs: number): string {
  if (job.status === "running") return stageWords(job.stage);
  if (job.status !== "queued") return STATUS_WORDS[job.status];
  const waitMs = Date.parse(job.dueAt) - nowMs;
  if (waitMs > SOON_MS) return `Planned ${formatAgo(job.dueAt, nowMs)}`;
  if (waitMs > 0 && job.attempt > 0)
    return `Next try in ${formatDuration(Math.ceil(waitMs / 1_000) * 1_000)}`;
  return jobWords(job);
}
