import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Job } from "@understudy/core/job/contract";
import { Ban, CircleCheck, CircleX, X } from "lucide-react";
import { useTRPC } from "#lib/trpc.ts";
import { IconButton } from "#ui/icon-button.tsx";
import { ProgressBar } from "#ui/progress-bar.tsx";
import { jobWords, kindWords } from "./stage-words.ts";
import { isActive } from "./use-jobs.ts";
import { useKeepJob } from "./use-keep-job.ts";

const ENDED = {
  succeeded: <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />,
  failed: <CircleX aria-hidden className="size-4 shrink-0 text-bad" />,
  cancelled: <Ban aria-hidden className="size-4 shrink-0 text-faint" />,
};

export function JobRow({ job, title }: { job: Job; title?: string }) {
  const trpc = useTRPC();
  const keepJob = useKeepJob();
  const cancel = useMutation(trpc.job.cancel.mutationOptions({ onSuccess: keepJob }));
  const name = title ?? kindWords(job.kind);
  return (
    <li className="grid gap-1.5 rounded-md px-2 py-1.5">
      <div className="flex min-h-7 items-center gap-2">
        {job.status !== "queued" && job.status !== "running" && ENDED[job.status]}
        <div className="min-w-0 flex-1">
          <JobName job={job} name={name} />
          <p className="truncate text-sm text-muted">{jobWords(job)}</p>
        </div>
        {isActive(job) && (
          <IconButton
            label={`Cancel ${name}`}
            size="small-icon"
            disabled={cancel.isPending}
            onClick={() => cancel.mutate({ jobId: job.id })}
          >
            <X aria-hidden />
          </IconButton>
        )}
      </div>
      {isActive(job) && (
        <ProgressBar
          fraction={job.status === "running" ? job.progress : null}
          label={`Progress of ${name}`}
        />
      )}
    </li>
  );
}

function JobName({ job, name }: { job: Job; name: string }) {
  if (!job.twinId || !job.subjectId) return <p className="truncate font-medium">{name}</p>;
  return (
    <Link
      to="/twins/$twinId/sources"
      params={{ twinId: job.twinId }}
      search={{ source: job.subjectId, tab: "log" }}
      className="block truncate font-medium hover:underline"
    >
      {name}
    </Link>
  );
}
