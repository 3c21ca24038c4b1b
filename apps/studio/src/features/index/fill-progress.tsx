import { Link } from "@tanstack/react-router";
import type { Job } from "@understudy/core/job/contract";
import { CircleCheck } from "lucide-react";
import { RetryJob } from "#features/jobs/retry-job.tsx";
import { stateWords } from "#features/jobs/stage-words.ts";
import { timeLeft } from "#features/jobs/time-left.ts";
import { failureWords } from "#features/sources/failure-words.ts";
import { formatCount } from "#lib/format-count.ts";
import { useNow } from "#lib/use-now.ts";
import { FormError } from "#ui/form-error.tsx";
import { ProgressBar } from "#ui/progress-bar.tsx";
import type { Candidate } from "./use-index.ts";

const SECOND_MS = 1_000;

/** How far the new index is; with a way on where it got stuck. */
export function FillProgress({ candidate, job }: { candidate: Candidate; job: Job | undefined }) {
  const now = useNow(SECOND_MS);
  if (candidate.status === "ready") {
    return (
      <p className="flex items-center gap-2" role="status">
        <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />
        It holds everything. Compare, then switch to it or drop it.
      </p>
    );
  }
  const left = job && timeLeft(job, now);
  const counts = candidate.model
    ? `${formatCount(candidate.vectors)} of ${formatCount(candidate.passages)} passages have a vector`
    : `${formatCount(candidate.uncut)} sources are still to be cut`;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4" role="status">
        {job ? (
          <Link to="/jobs" search={{ job: job.id }} className="font-medium hover:underline">
            {stateWords(job, now)}
          </Link>
        ) : (
          <span className="font-medium">Waiting</span>
        )}
        <span className="text-sm text-muted tabular-nums">
          {counts}
          {left && ` · ${left}`}
        </span>
      </div>
      <ProgressBar fraction={job?.progress ?? 0} label="Progress of the new index" />
      {job?.status === "failed" && job.failure && (
        <FormError>{failureWords(job.failure)}</FormError>
      )}
      {job && <RetryJob job={job} />}
    </div>
  );
}
