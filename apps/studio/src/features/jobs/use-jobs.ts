import { useQuery } from "@tanstack/react-query";
import type { Job } from "@understudy/core/job/contract";
import { useTRPC } from "#lib/trpc.ts";

export const JOBS_SHOWN = 50;

/** The latest jobs, kept current by the page's subscription. */
export function useJobs(): readonly Job[] {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.job.list.queryOptions({ limit: JOBS_SHOWN }));
  return data?.items ?? [];
}

/** Work the product does for itself; some of it waits for days by intent. */
const HOUSEKEEPING: readonly Job["kind"][] = [
  "retention",
  "reconcile",
  "notice",
  "health_check",
  "webhook",
  "verification",
  "clustering",
  "follow_up",
  "weighing",
];

export function isHousekeeping(job: Job): boolean {
  return HOUSEKEEPING.includes(job.kind) || isPlanned(job, Date.now());
}

const SOON_MS = 5 * 60_000;

/** Waits for a day of its own rather than for its turn. */
export function isPlanned({ status, attempt, dueAt }: Job, nowMs: number): boolean {
  return status === "queued" && attempt === 0 && Date.parse(dueAt) - nowMs > SOON_MS;
}

export function isActive({ status }: Job): boolean {
  return status === "queued" || status === "running";
}
