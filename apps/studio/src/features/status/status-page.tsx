import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTRPC } from "#lib/trpc.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { PageHead } from "#ui/page.tsx";
import { Segmented } from "#ui/segmented.tsx";
import type { StatusPeriod } from "../../app/status-search.ts";
import { DependenciesTable } from "./dependencies-table.tsx";
import { summarize } from "./status-words.ts";
import { TroubleList } from "./trouble-list.tsx";
import { WorkFigures } from "./work-figures.tsx";

const LOOK_AGAIN_MS = 30_000;
const PERIODS: readonly { value: StatusPeriod; label: string }[] = [
  { value: "24", label: "Day" },
  { value: "168", label: "Week" },
  { value: "720", label: "Month" },
];
const HEADING = "px-6 pt-6 pb-2 font-medium max-md:px-4";

/** How the installation is: what it rests on, what became of the work, and what went wrong lately. */
export function StatusPage() {
  usePageTitle("Status");
  const trpc = useTRPC();
  const navigate = useNavigate({ from: "/settings/status" });
  const { hours = "24" } = useSearch({ from: "/studio/settings/status" });
  const often = { refetchInterval: LOOK_AGAIN_MS };
  const { data: status } = useSuspenseQuery(trpc.status.get.queryOptions({}, often));
  const { data: history } = useSuspenseQuery(
    trpc.status.history.queryOptions({ hours: Number(hours) }, often),
  );
  return (
    <>
      <PageHead
        title="Status"
        detail={summarize(status.dependencies)}
        actions={
          <Segmented
            label="Time"
            value={hours}
            choices={PERIODS}
            onChange={(chosen) =>
              void navigate({ search: chosen === "24" ? {} : { hours: chosen }, replace: true })
            }
          />
        }
      />
      <DependenciesTable status={status} history={history} />
      <h2 className={HEADING}>Work of this workspace</h2>
      <WorkFigures work={history.work} />
      <h2 className={HEADING}>What went wrong</h2>
      <TroubleList history={history} />
    </>
  );
}
