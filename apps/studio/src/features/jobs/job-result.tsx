import type { Job } from "@understudy/core/job/contract";
import { readFigures } from "./read-figures.ts";

/** What came of a job, in figures. */
export function JobResult({ job }: { job: Job }) {
  const figures = readFigures(job.result ?? {});
  if (figures.length === 0) return null;
  return (
    <section aria-labelledby="job-result" className="grid grid-cols-1 gap-1">
      <h3 id="job-result" className="text-xs text-faint">
        Result
      </h3>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-t border-line text-sm">
        {figures.map(({ name, value }) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid border-b border-line py-1.5">
            <dt className="text-muted">{name}</dt>
            <dd className="text-right tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
