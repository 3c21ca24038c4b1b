import { Link } from "@tanstack/react-router";
import type { Job } from "@understudy/core/job/contract";
import { X } from "lucide-react";
import { useNow } from "#lib/use-now.ts";
import { IconButton } from "#ui/icon-button.tsx";
import { ProgressBar } from "#ui/progress-bar.tsx";
import { JobMark } from "./job-mark.tsx";
import { jobWords, KIND_WORDS } from "./stage-words.ts";
import { timeLeft } from "./time-left.ts";
import { useJobActions } from "./use-job-actions.ts";
import { useJobSource } from "./use-job-source.ts";
import { isActive } from "./use-jobs.ts";

const SECOND_MS = 1_000;

/** A job in the list that the top bar opens. */
export function JobRow({ job, onGo }: { job: Job; onGo: () => void }) {
  const { cancel, isPending } = useJobActions();
  const now = useNow(SECOND_MS);
  const name = useJobSource(job)?.title ?? KIND_WORDS[job.kind];
  return (
    <li className="grid gap-1.5 rounded-md px-2 py-1.5">
      <div className="flex min-h-7 items-center gap-2">
        <JobMark status={job.status} />
        <div className="min-w-0 flex-1">
          <Link
            to="/jobs"
            search={{ job: job.id }}
            onClick={onGo}
            className="block truncate font-medium hover:underline"
          >
            {name}
          </Link>
          <p className="truncate text-sm text-muted">
            {[jobWords(job), timeLeft(job, now)].filter(Boolean).join(" · ")}
          </p>
        </div>
        {isActive(job) && (
          <IconButton
            label={`Cancel ${name}`}
            size="small-icon"
            disabled={isPending}
            onClick={() => cancel(job)}
          >
            <X aria-hidden />
          </IconButton>
        )}
      </div>
      {job.status === "running" && (
        <ProgressBar fraction={job.progress} label={`Progress of ${name}`} />
      )}
    </li>
  );
}
