import type { Job } from "@understudy/core/job/contract";
import { formatMoment } from "#lib/format-time.ts";
import { CopyButton } from "#ui/copy-button.tsx";
import { took } from "./job-table-row.tsx";

/** Attempts and times, and the reference under which servers and providers logged the same work. */
export function JobFacts({ job }: { job: Job }) {
  const duration = took(job);
  const facts = [
    ["Attempts", `${job.attempt} of ${job.maxAttempts}`],
    ["Asked for", formatMoment(job.createdAt)],
    job.startedAt && ["Began", formatMoment(job.startedAt)],
    job.finishedAt && ["Ended", formatMoment(job.finishedAt)],
    duration && ["Took", duration],
  ].filter((fact) => Array.isArray(fact));
  return (
    <dl className="grid grid-cols-[9rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-sm">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-faint">{name}</dt>
          <dd className="tabular-nums">{value}</dd>
        </div>
      ))}
      <dt className="pt-1 text-faint">Reference</dt>
      <dd className="flex min-w-0 items-center gap-2">
        <code className="truncate font-mono text-xs">{job.correlationId}</code>
        <CopyButton text={job.correlationId} />
      </dd>
    </dl>
  );
}
