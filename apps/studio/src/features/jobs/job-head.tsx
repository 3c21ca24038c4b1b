import type { Job } from "@understudy/core/job/contract";
import { Ban } from "lucide-react";
import { failureWords } from "#features/sources/failure-words.ts";
import { useNow } from "#lib/use-now.ts";
import { Button } from "#ui/button.tsx";
import { FormError } from "#ui/form-error.tsx";
import { ProgressBar } from "#ui/progress-bar.tsx";
import { JobMark } from "./job-mark.tsx";
import { RetryJob } from "./retry-job.tsx";
import { stateWords } from "./stage-words.ts";
import { timeLeft } from "./time-left.ts";
import { useJobActions } from "./use-job-actions.ts";
import { isActive } from "./use-jobs.ts";

const SECOND_MS = 1_000;

/** How far a job is, why it failed, and what can be done about it. */
export function JobHead({ job }: { job: Job }) {
  const now = useNow(SECOND_MS);
  const { cancel, isPending } = useJobActions();
  return (
    <div className="grid gap-3">
      <p className="flex items-center gap-1.5 font-medium" role="status">
        <JobMark status={job.status} />
        {[stateWords(job, now), timeLeft(job, now)].filter(Boolean).join(" · ")}
      </p>
      {job.status === "running" && <ProgressBar fraction={job.progress} label="Progress" />}
      {job.failure && job.status === "failed" && <FormError>{failureWords(job.failure)}</FormError>}
      {isActive(job) && (
        <Button
          size="small"
          className="justify-self-start"
          disabled={isPending}
          onClick={() => cancel(job)}
        >
          <Ban aria-hidden />
          Cancel
        </Button>
      )}
      <RetryJob job={job} />
    </div>
  );
}
