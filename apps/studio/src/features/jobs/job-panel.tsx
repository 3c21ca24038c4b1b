import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { Job } from "@understudy/core/job/contract";
import { Maximize2, Minimize2, X } from "lucide-react";
import { isGone } from "#lib/explain-failure.ts";
import { useTRPC } from "#lib/trpc.ts";
import { FormFailure } from "#ui/form-failure.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { SidePanel } from "#ui/side-panel.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { JobStory } from "./job-story.tsx";
import { KIND_WORDS } from "./stage-words.ts";
import { useJobSource } from "./use-job-source.ts";

/** The job that the address names, beside the list. */
export function JobPanel({ jobId }: { jobId: string }) {
  const trpc = useTRPC();
  const { wide } = useSearch({ from: "/studio/jobs" });
  const navigate = useNavigate({ from: "/jobs" });
  const { data: job, error } = useQuery(trpc.job.get.queryOptions({ jobId }));
  const set = (changes: { job?: undefined; wide?: true | undefined }) =>
    navigate({ search: (current) => ({ ...current, ...changes }), replace: true });
  const close = () => void set({ job: undefined, wide: undefined });
  return (
    <SidePanel label="Job" isWide={wide} onClose={close}>
      <header className="flex items-start gap-1 border-b border-line py-3 pr-2 pl-4">
        <div className="min-w-0 flex-1 py-1">
          {job ? <JobTitle job={job} /> : <Skeleton className="h-5 w-40" />}
        </div>
        <IconButton
          label={wide ? "Narrow" : "Widen"}
          size="small-icon"
          className="max-lg:hidden"
          onClick={() => set({ wide: wide ? undefined : true })}
        >
          {wide ? <Minimize2 aria-hidden /> : <Maximize2 aria-hidden />}
        </IconButton>
        <IconButton label="Close" keys="esc" size="small-icon" onClick={close}>
          <X aria-hidden />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {error ? (
          <div className="p-4">
            {isGone(error) ? <p>This job no longer exists.</p> : <FormFailure error={error} />}
          </div>
        ) : (
          <JobStory jobId={jobId} />
        )}
      </div>
    </SidePanel>
  );
}

function JobTitle({ job }: { job: Job }) {
  const source = useJobSource(job);
  const kind = KIND_WORDS[job.kind];
  if (!source) return <h2 className="font-semibold">{kind}</h2>;
  return (
    <>
      <h2 className="font-semibold break-words">
        <Link
          to="/twins/$twinId/sources"
          params={{ twinId: source.twinId }}
          search={{ source: source.id }}
          className="hover:underline"
        >
          {source.title}
        </Link>
      </h2>
      <p className="text-sm text-muted">
        {kind} ·{" "}
        <Link to="/jobs" search={{ source: source.id, job: job.id }} className="hover:underline">
          all jobs of this source
        </Link>
      </p>
    </>
  );
}
