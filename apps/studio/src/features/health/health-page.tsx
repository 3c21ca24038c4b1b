import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { HEALTH_VIEWS, type HealthView } from "#app/health-search.ts";
import { useTwin } from "#features/twins/use-twin.ts";
import { formatAgo } from "#lib/format-time.ts";
import { useTRPC } from "#lib/trpc.ts";
import { useNow } from "#lib/use-now.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { Segmented } from "#ui/segmented.tsx";
import { CheckButton } from "./check-button.tsx";
import { KINDS_OF } from "./finding.ts";
import { FindingList } from "./finding-list.tsx";

const NAMES: Record<HealthView, string> = {
  contradictions: "Contradictions",
  duplicates: "Duplicates",
  reading: "Badly read",
  stale: "Out of date",
};

export function HealthPage() {
  const twin = useTwin();
  usePageTitle("Health", twin.name);
  const trpc = useTRPC();
  const now = useNow();
  const { show, settled } = useSearch({ from: "/studio/twins/$twinId/health" });
  const navigate = useNavigate({ from: "/twins/$twinId/health" });
  const { data: health } = useQuery(trpc.knowledge.health.queryOptions({ twinId: twin.id }));
  const counted = (name: string, shown: readonly HealthView[]) => {
    const kinds = shown.flatMap((each) => KINDS_OF[each]);
    const open = kinds.reduce((sum, kind) => sum + (health?.open[kind] ?? 0), 0);
    return open > 0 ? `${name} ${open}` : name;
  };
  const choices = [
    { value: "all" as const, label: counted("All", HEALTH_VIEWS) },
    ...HEALTH_VIEWS.map((value) => ({ value, label: counted(NAMES[value], [value]) })),
  ];
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHead
        title="Health"
        detail={health?.checkedAt ? `Checked ${formatAgo(health.checkedAt, now)}` : undefined}
        actions={<CheckButton twinId={twin.id} jobId={health?.jobId ?? null} />}
      />
      <div className="flex flex-wrap items-center gap-2 px-6 pb-3 max-md:px-4">
        <div className="max-w-full overflow-x-auto [&_button]:whitespace-nowrap">
          <Segmented
            label="Show"
            value={show ?? "all"}
            choices={choices}
            onChange={(chosen) =>
              navigate({
                search: (current) => ({ ...current, show: chosen === "all" ? undefined : chosen }),
              })
            }
          />
        </div>
        <Button
          aria-pressed={settled === true}
          className="aria-pressed:bg-selected"
          onClick={() =>
            navigate({
              search: (current) => ({ ...current, settled: settled ? undefined : true }),
            })
          }
        >
          Settled
        </Button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto border-t border-line">
        <FindingList
          key={`${show} ${settled}`}
          twin={twin}
          wasChecked={health?.checkedAt != null}
        />
      </div>
    </div>
  );
}
