import type { Job } from "@understudy/core/job/contract";

const STAGES: Record<string, string> = {
  fetch: "Fetching the page",
  parse: "Reading",
  chunk: "Finding passages",
  embed: "Learning meaning",
  index: "Indexing words",
  switch: "Going live",
};

const KINDS: Partial<Record<Job["kind"], string>> = {
  ingestion: "Processing",
  reindex: "Re-indexing",
};

export function stageWords(stage: string | null): string {
  return stage ? (STAGES[stage] ?? stage) : "Starting";
}

/** What a job is doing now, in a few words. */
export function jobWords(job: Job): string {
  switch (job.status) {
    case "queued":
      return job.attempt > 1
        ? `Waiting to try again (${job.attempt} of ${job.maxAttempts})`
        : "Waiting";
    case "running":
      return stageWords(job.stage);
    case "succeeded":
      return "Done";
    case "failed":
      return job.failure?.message ?? "Failed";
    case "cancelled":
      return "Cancelled";
  }
}

export function kindWords(kind: Job["kind"]): string {
  return KINDS[kind] ?? kind.replaceAll("_", " ");
}
