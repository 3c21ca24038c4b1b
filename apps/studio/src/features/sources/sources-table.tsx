import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Source } from "@understudy/core/source/contract";
import { Fragment, type ReactNode } from "react";
import { CLOSED_PANEL } from "#app/panel-search.ts";
import { useJobs } from "#features/jobs/use-jobs.ts";
import { useListKeys } from "#lib/use-list-keys.ts";
import { useNow } from "#lib/use-now.ts";
import { TABLE_HEAD } from "#ui/table.ts";
import { ChildRows } from "./child-rows.tsx";
import { type Finding, findingOf } from "./similar/use-similar.ts";
import { SourceRow } from "./source-row.tsx";
import { useFolds } from "./use-folds.ts";

const NUMBER_HEAD = `${TABLE_HEAD} w-24 text-right`;

export function SourcesTable({
  sources,
  findings,
}: {
  sources: readonly Source[];
  findings: readonly Finding[];
}) {
  const jobs = useJobs();
  const now = useNow();
  const folds = useFolds();
  const { source: openId } = useSearch({ from: "/studio/twins/$twinId/sources" });
  const navigate = useNavigate({ from: "/twins/$twinId/sources" });
  const open = (id: string) =>
    navigate({ search: (current) => ({ ...current, ...CLOSED_PANEL, source: id }) });
  const { setActiveId } = useListKeys({
    follows: openId !== undefined,
    onOpen: open,
    onClose: () => navigate({ search: (current) => ({ ...current, ...CLOSED_PANEL }) }),
  });
  const narrow = openId ? "@max-3xl:hidden" : "max-lg:hidden";
  const renderRow = (source: Source): ReactNode => (
    <Fragment key={source.id}>
      <SourceRow
        source={source}
        job={jobs.find(({ id }) => id === source.jobId)}
        now={now}
        isOpen={source.id === openId}
        narrow={narrow}
        unfolding={source.pages ? folds.of(source.id) : undefined}
        finding={findingOf(findings, source.id)}
        onFocus={() => setActiveId(source.id)}
        onOpen={() => open(source.id)}
      />
      {source.pages && folds.of(source.id).isUnfolded && (
        <ChildRows parent={source} renderRow={renderRow} />
      )}
    </Fragment>
  );
  return (
    <div className="@container">
      <table className="w-full table-fixed">
        <thead>
          <tr>
            <th className={TABLE_HEAD}>Title</th>
            <th className={`${TABLE_HEAD} w-40 max-md:w-32`}>State</th>
            <th className={`${TABLE_HEAD} w-24 ${narrow}`}>Kind</th>
            <th className={`${NUMBER_HEAD} ${narrow}`}>Size</th>
            <th className={`${NUMBER_HEAD} ${narrow}`}>Words</th>
            <th className={`${NUMBER_HEAD} ${narrow}`}>Passages</th>
            <th className={`${TABLE_HEAD} w-44 ${narrow}`}>Updated</th>
            <th className={`${TABLE_HEAD} w-14`}>
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>{sources.map(renderRow)}</tbody>
      </table>
    </div>
  );
}
