import { useQuery } from "@tanstack/react-query";
import { Activity } from "lucide-react";
import { countOf } from "#lib/format-count.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Popover } from "#ui/popover.tsx";
import { JobRow } from "./job-row.tsx";
import { isActive, isHousekeeping, useJobs } from "./use-jobs.ts";

const RECENT = 8;

export function JobsPopover() {
  const jobs = useJobs().filter((job) => !isHousekeeping(job));
  const active = jobs.filter(isActive);
  const recent = jobs.filter((job) => !isActive(job)).slice(0, RECENT);
  const summary = active.length > 0 ? `${countOf(active.length, "job")} in progress` : "Jobs";
  return (
    <Popover
      label="Jobs"
      className="w-80"
      trigger={
        <Button variant="ghost" className="min-w-8 px-2" aria-label={summary}>
          <Activity aria-hidden className={active.length > 0 ? "text-accent-text" : undefined} />
          {active.length > 0 && <span className="text-sm text-accent-text">{active.length}</span>}
        </Button>
      }
    >
      <h2 className="px-2 py-1.5 text-sm font-semibold">{summary}</h2>
      {jobs.length === 0 ? (
        <p className="px-2 pb-2 text-sm text-muted">
          Work in the background, such as reading a file, shows up here.
        </p>
      ) : (
        <ul className="max-h-96 overflow-y-auto">
          {[...active, ...recent].map((job) => (
            <JobEntry key={job.id} job={job} />
          ))}
        </ul>
      )}
    </Popover>
  );
}

function JobEntry({ job }: { job: Parameters<typeof JobRow>[0]["job"] }) {
  const trpc = useTRPC();
  const ofSource = job.kind === "ingestion" && job.subjectId !== null;
  const { data: source } = useQuery(
    trpc.source.get.queryOptions(
      { sourceId: job.subjectId ?? "" },
      { enabled: ofSource, retry: false },
    ),
  );
  return <JobRow job={job} title={source?.title} />;
}
