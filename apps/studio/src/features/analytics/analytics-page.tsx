import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { ChartColumn } from "lucide-react";
import { SourcePanel } from "#features/sources/source-panel.tsx";
import { useTwin } from "#features/twins/use-twin.ts";
import { useTRPC } from "#lib/trpc.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { buttonLook } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHead } from "#ui/page.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { useViewed } from "./analytics.ts";
import { BreakdownSection } from "./breakdown-section.tsx";
import { FigureTiles } from "./figure-tiles.tsx";
import { NarrowedChips } from "./narrowed-chips.tsx";
import { RangePicker } from "./range-picker.tsx";
import { SourcesSection } from "./sources-section.tsx";
import { CostSection, SpeedSection } from "./speed-section.tsx";
import { TimeSection } from "./time-section.tsx";
import { TopicsSection } from "./topics-section.tsx";

/** What happened in a time, against the time before; every number opens its conversations. */
export function AnalyticsPage() {
  const twin = useTwin();
  usePageTitle("Analytics", twin.name);
  const trpc = useTRPC();
  const navigate = useNavigate({ from: "/twins/$twinId/analytics" });
  const { input, behind, range, narrowed } = useViewed(twin.id);
  const { data } = useQuery(
    trpc.analytics.overview.queryOptions(input, {
      throwOnError: true,
      staleTime: 30_000,
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <div className="flex h-full min-h-0">
      <div className="flex min-w-0 flex-1 flex-col">
        <PageHead title="Analytics" detail="Against as many days before" />
        <div className="flex flex-wrap items-center gap-2 px-6 pb-3 max-md:px-4">
          <RangePicker
            range={range}
            from={input.from}
            to={input.to}
            onChoose={(chosen) => void navigate({ search: (now) => ({ ...now, ...chosen }) })}
          />
          <NarrowedChips narrowed={narrowed} />
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto border-t border-line">
          {data && isSilent(data) ? (
            <NothingYet isNarrowed={Object.keys(narrowed).length > 0} />
          ) : (
            <div className="mx-auto grid max-w-5xl grid-cols-1 gap-10 px-6 py-6 max-md:px-4">
              {data ? (
                <FigureTiles
                  current={data.current.figures}
                  previous={data.previous?.figures ?? null}
                  behind={behind}
                />
              ) : (
                <Skeleton className="h-52" />
              )}
              <TimeSection />
              <TopicsSection />
              <SourcesSection />
              <BreakdownSection />
              {data && <SpeedSection current={data.current} previous={data.previous} />}
              {data && <CostSection current={data.current} />}
            </div>
          )}
        </div>
      </div>
      <SourcePanel twinId={twin.id} isOver />
    </div>
  );
}

type Told = { current: { figures: { questions: number } }; previous: Told["current"] | null };
const isSilent = ({ current, previous }: Told) =>
  current.figures.questions === 0 && (previous?.figures.questions ?? 0) === 0;

function NothingYet({ isNarrowed }: { isNarrowed: boolean }) {
  const { id: twinId, name } = useTwin();
  if (isNarrowed) {
    return (
      <EmptyState icon={<ChartColumn />} title="Nobody asked anything">
        Not in this time, nor in the days before, of what is chosen above. Take one of it off, or
        look further back.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<ChartColumn />}
      title="Nothing to count yet"
      action={
        <Link
          to="/twins/$twinId/launch"
          params={{ twinId }}
          className={buttonLook({ variant: "primary" })}
        >
          Let people in
        </Link>
      }
      example="For example: 84 % answered, 12 points more than last week, and three questions about shipping that nothing answers yet."
    >
      When {name} is asked, you see here what about, how well it was answered and from which
      sources. Each number opens the conversations behind it.
    </EmptyState>
  );
}
