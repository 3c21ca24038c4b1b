import type { JobKind } from "@understudy/db/column-values";
import type { Job } from "../kernel/job.ts";
import { purgeRemoved } from "../retention/purge-removed.job.ts";
import { ingestSource } from "../source/ingest-source.job.ts";
import { resyncOnSchedule } from "../source/resync-on-schedule.job.ts";

/** Every job there is, by kind. */
const JOBS = [ingestSource, purgeRemoved, resyncOnSchedule] as const;

export function findJobDefinition(kind: JobKind): Job<unknown> | undefined {
  return JOBS.find((job) => job.kind === kind) as Job<unknown> | undefined;
}
