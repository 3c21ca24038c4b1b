import { Link } from "@tanstack/react-router";
import { Activity } from "lucide-react";
import { useState } from "react";
import { countOf } from "#lib/format-count.ts";
import { Button } from "#ui/button.tsx";
import { Popover } from "#ui/popover.tsx";
import { JobRow } from "./job-row.tsx";
import { isActive, isHousekeeping, useJobs } from "./use-jobs.ts";

const RECENT = 8;

export function JobsPopover() {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  const jobs = useJobs().filter((job) => !isHousekeeping(job));
  const active = jobs.filter(isActive);
  const recent = jobs.filter((job) => !isActive(job)).slice(0, RECENT);
  const summary = active.length > 0 ? `${countOf(active.length, "job")} in progress` : "Jobs";
  return (
    <Popover
      label="Jobs"
      className="w-80"
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <Button variant="ghost" className="min-w-8 px-2" aria-label={summary}>
          <Activity aria-hidden className={active.length > 0 ? "text-accent-text" : undefined} />
          {active.length > 0 && <span className="text-sm text-accent-text">{active.length}</span>}
        </Button>
      }
    >
      <div className="flex items-baseline justify-between gap-2 px-2 py-1.5">
        <h2 className="text-sm font-semibold">{summary}</h2>
        <Link
          to="/jobs"
          search={{}}
          onClick={close}
          className="text-sm text-muted hover:text-ink hover:underline"
        >
          All jobs
        </Link>
      </div>
      {jobs.length === 0 ? (
        <p className="px-2 pb-2 text-sm text-muted">
          Work in the background, such as reading a file, shows up here.
        </p>
      ) : (
        <ul className="max-h-96 overflow-y-auto">
          {[...active, ...recent].map((job) => (
            <JobRow key={job.id} job={job} onGo={close} />
          ))}
        </ul>
      )}
    </Popover>
  );
}
