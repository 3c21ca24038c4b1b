import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Job } from "@understudy/core/job/contract";
import { useTRPC } from "#lib/trpc.ts";
import { useListKeys } from "#lib/use-list-keys.ts";
import { useNow } from "#lib/use-now.ts";
import { TABLE_HEAD } from "#ui/table.ts";
import { JobTableRow } from "./job-table-row.tsx";

export function JobsTable({ jobs }: { jobs: readonly Job[] }) {
  const trpc = useTRPC();
  const now = useNow();
  const twins = useQuery(trpc.twin.list.queryOptions({ limit: 100 }));
  const { job: openId } = useSearch({ from: "/studio/jobs" });
  const navigate = useNavigate({ from: "/jobs" });
  const show = (job: string | undefined) =>
    navigate({ search: (current) => ({ ...current, job, ...(!job && { wide: undefined }) }) });
  const { setActiveId } = useListKeys({
    follows: openId !== undefined,
    onOpen: show,
    onClose: () => show(undefined),
  });
  const narrow = openId ? "@max-3xl:hidden" : "max-lg:hidden";
  return (
    <div className="@container">
      <table className="w-full table-fixed">
        <thead>
          <tr>
            <th className={TABLE_HEAD}>Job</th>
            <th className={`${TABLE_HEAD} w-48 max-md:w-32`}>State</th>
            <th className={`${TABLE_HEAD} w-36 ${narrow}`}>Twin</th>
            <th className={`${TABLE_HEAD} w-24 text-right ${narrow}`}>Attempts</th>
            <th className={`${TABLE_HEAD} w-24 text-right ${narrow}`}>Took</th>
            <th className={`${TABLE_HEAD} w-32 ${narrow}`}>Begun</th>
            <th className={`${TABLE_HEAD} w-14`}>
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <JobTableRow
              key={job.id}
              job={job}
              twinName={twins.data?.items.find(({ id }) => id === job.twinId)?.name}
              now={now}
              isOpen={job.id === openId}
              narrow={narrow}
              onFocus={() => setActiveId(job.id)}
              onOpen={() => show(job.id)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
