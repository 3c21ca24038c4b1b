import type { Job } from "@understudy/core/job/contract";
import { Ban, CircleCheck, CircleDashed, CircleX, Clock } from "lucide-react";

const MARKS = {
  queued: <Clock aria-hidden className="size-4 shrink-0 text-muted" />,
  running: <CircleDashed aria-hidden className="size-4 shrink-0 animate-pulse text-accent-text" />,
  succeeded: <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />,
  failed: <CircleX aria-hidden className="size-4 shrink-0 text-bad" />,
  cancelled: <Ban aria-hidden className="size-4 shrink-0 text-faint" />,
};

/** One mark for each state of a job; its word stands beside it. */
export function JobMark({ status }: Pick<Job, "status">) {
  return MARKS[status];
}
