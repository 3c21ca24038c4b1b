import type { Job } from "@understudy/core/job/contract";
import { KIND_WORDS, STATUS_WORDS } from "#features/jobs/stage-words.ts";

/** What the address says about the list of jobs, and about the one that lies open beside it. */
export interface JobsSearch {
  status?: Job["status"];
  kind?: Job["kind"];
  twin?: string;
  source?: string;
  job?: string;
  wide?: true;
}

export function readJobsSearch(search: Record<string, unknown>): JobsSearch {
  const { status, kind, twin, source, job, wide } = search;
  return {
    ...(isKeyOf(STATUS_WORDS, status) && { status }),
    ...(isKeyOf(KIND_WORDS, kind) && { kind }),
    ...(typeof twin === "string" && { twin }),
    ...(typeof source === "string" && { source }),
    ...(typeof job === "string" && { job }),
    ...(wide === true && { wide }),
  };
}

function isKeyOf<Words extends object>(words: Words, value: unknown): value is keyof Words {
  return typeof value === "string" && Object.hasOwn(words, value);
}
