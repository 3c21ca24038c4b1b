import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { ChartNoAxesColumn } from "lucide-react";
import type { PeriodSearch } from "#app/analytics-search.ts";
import { countOf } from "#lib/format-count.ts";
import { formatMoney } from "#lib/format-money.ts";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHead } from "#ui/page.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { FiguresTable, type FiguresTableRow } from "./figures-table.tsx";
import { RangePicker } from "./range-picker.tsx";
import { usePeriod } from "./use-period.ts";

type Compared = Outputs["analytics"]["twins"]["twins"][number];

/** All twins of the workspace side by side, by the same figures. */
export function ComparePage() {
  usePageTitle("Compare twins");
  const trpc = useTRPC();
  const search = useSearch({ from: "/studio/compare" });
  const navigate = useNavigate({ from: "/compare" });
  const { range, ...period } = usePeriod(search);
  const { data } = useQuery(
    trpc.analytics.twins.queryOptions(period, {
      throwOnError: true,
      staleTime: 30_000,
      placeholderData: keepPreviousData,
    }),
  );
  const { timeZone: _, ...behind } = period;
  return (
    <div className="h-full overflow-y-auto">
      <PageHead title="Compare twins" detail="Against as many days before" />
      <div className="flex flex-wrap items-center gap-2 px-6 pb-3 max-md:px-4">
        <RangePicker
          range={range}
          from={period.from}
          to={period.to}
          onChoose={(chosen) => void navigate({ search: chosen })}
        />
      </div>
      <div className="border-t border-line px-6 py-4 max-md:px-4">
        <div className="mx-auto max-w-5xl">
          {!data && <Skeleton className="h-40" />}
          {data?.twins.length === 0 && (
            <EmptyState icon={<ChartNoAxesColumn />} title="Nothing to compare yet">
              With your first twin you see here how much each is asked, how well it answers, and
              what that costs, beside the others.
            </EmptyState>
          )}
          {data && data.twins.length > 0 && (
            <FiguresTable
              heading="Twin"
              rows={data.twins.map((twin) => ({
                ...rowOf(twin),
                title: <Name twin={twin} search={search} />,
                behind,
              }))}
            />
          )}
        </div>
      </div>
    </div>
  );
}

function Name({ twin: { twinId, name }, search }: { twin: Compared; search: PeriodSearch }) {
  return (
    <Link
      to="/twins/$twinId/analytics"
      params={{ twinId }}
      search={search}
      className="hover:underline"
    >
      {name}
    </Link>
  );
}

function rowOf({
  twinId,
  name,
  current,
  previous,
  costs,
}: Compared): Omit<FiguresTableRow, "behind"> {
  const { visitors, outcomes } = current;
  const money = costs.flatMap(({ amount, currency }) =>
    amount === null || currency === null ? "cost not known" : formatMoney(amount, currency),
  );
  const detail = [
    countOf(visitors.count, "visitor"),
    `${outcomes.verified.count} verified`,
    ...money,
  ].join(" · ");
  return { id: twinId, twinId, name, current, previous, detail };
}
