import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { ResultFilter } from "#app/quality-search.ts";
import { useTwin } from "#features/twins/use-twin.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Segmented } from "#ui/segmented.tsx";
import { filterResults } from "./filter-results.ts";
import { ResultPanel } from "./result-panel.tsx";
import { ResultsTable } from "./results-table.tsx";
import { RunHead } from "./run-head.tsx";
import { useRun } from "./use-run.ts";

const FROM = "/studio/twins/$twinId/runs/$runId";

export function RunPage() {
  const twin = useTwin();
  usePageTitle("Run", twin.name);
  const { runId } = useParams({ from: FROM });
  const { show = "all", result } = useSearch({ from: FROM });
  const navigate = useNavigate({ from: "/twins/$twinId/runs/$runId" });
  const run = useRun(runId);
  const choices = (["all", "failed", "changed", "passed"] as const).map((value) => ({
    value,
    label: `${FILTER_WORDS[value]} ${filterResults(run.results, value).length}`,
  }));
  const shown = filterResults(run.results, show);
  const open = run.results.find(({ testId }) => testId === result);
  return (
    <div className="flex h-full min-h-0">
      <div className="flex min-w-0 flex-1 flex-col">
        <RunHead run={run} />
        <div className="overflow-x-auto px-6 pt-px pb-3 max-md:px-4">
          <Segmented
            label="Show"
            value={show}
            choices={choices}
            onChange={(chosen) =>
              navigate({
                search: (now) => ({ ...now, show: chosen === "all" ? undefined : chosen }),
              })
            }
          />
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto border-t border-line">
          <ResultsTable results={shown} />
        </div>
      </div>
      {open && <ResultPanel key={open.testId} run={run} result={open} />}
    </div>
  );
}

const FILTER_WORDS: Record<ResultFilter, string> = {
  all: "All",
  failed: "Not passed",
  changed: "Changed",
  passed: "Passed",
};
