import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { ChartColumn, Table2 } from "lucide-react";
import { lazy, Suspense } from "react";
import { MEASURES } from "#app/analytics-search.ts";
import { useTwin } from "#features/twins/use-twin.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Segmented } from "#ui/segmented.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { type Timeseries, useViewed } from "./analytics.ts";
import { MEASURE_NAMES, SERIES, totalOf } from "./measures.ts";
import { Section } from "./section.tsx";
import { TimeTable } from "./time-table.tsx";
import { longTime } from "./time-words.ts";

const TimeChart = lazy(() =>
  import("./time-chart.tsx").then(({ TimeChart }) => ({ default: TimeChart })),
);

/** The same figures over time, as bars or as a table. */
export function TimeSection() {
  const twin = useTwin();
  const trpc = useTRPC();
  const { measure = "answers", table } = useSearch({ from: "/studio/twins/$twinId/analytics" });
  const navigate = useNavigate({ from: "/twins/$twinId/analytics" });
  const { input, behind } = useViewed(twin.id);
  const { data } = useQuery(
    trpc.analytics.timeseries.queryOptions(input, { throwOnError: true, staleTime: 30_000 }),
  );
  const drawn = data && { points: data.points, bucket: data.bucket, measure, behind };
  return (
    <Section
      title="Over time"
      actions={
        <>
          <Segmented
            label="Count"
            value={measure}
            choices={MEASURES.map((value) => ({ value, label: MEASURE_NAMES[value] }))}
            onChange={(chosen) =>
              void navigate({ search: (now) => ({ ...now, measure: chosen }), replace: true })
            }
          />
          <Button
            onClick={() =>
              void navigate({
                search: (now) => ({ ...now, table: table ? undefined : true }),
                replace: true,
              })
            }
          >
            {table ? <ChartColumn aria-hidden /> : <Table2 aria-hidden />}
            {table ? "Chart" : "Table"}
          </Button>
        </>
      }
    >
      {!drawn && <Skeleton className="h-60" />}
      {drawn && table && <TimeTable twinId={twin.id} {...drawn} />}
      {drawn && !table && (
        <figure className="grid gap-2">
          <div role="img" aria-label={summaryOf(data, measure)}>
            <Suspense fallback={<Skeleton className="h-60" />}>
              <TimeChart {...drawn} />
            </Suspense>
          </div>
          <Legend measure={measure} data={data} />
        </figure>
      )}
    </Section>
  );
}

function Legend({ measure, data }: { measure: keyof typeof SERIES; data: Timeseries }) {
  const series = SERIES[measure];
  return (
    <figcaption className="flex flex-wrap justify-between gap-x-4 gap-y-1 text-sm text-muted">
      <span className="flex flex-wrap gap-x-4 gap-y-1">
        {series.length > 1 &&
          series.map(({ name, color }) => (
            <span key={name} className="flex items-center gap-1.5">
              <span aria-hidden className="size-2.5 rounded-sm" style={{ background: color }} />
              {name}
            </span>
          ))}
      </span>
      <span>{summaryOf(data, measure)}</span>
    </figcaption>
  );
}

/** What is to be seen in the chart, in a sentence. */
export function summaryOf({ points, bucket }: Timeseries, measure: keyof typeof SERIES): string {
  const totals = points.map(({ figures }) => totalOf(measure, figures));
  const most = Math.max(...totals, 0);
  const what = MEASURE_NAMES[measure].toLowerCase();
  if (most === 0) return `No ${what} in this time.`;
  const at = points[totals.indexOf(most)]!;
  return `Most ${what}: ${most}, ${longTime(at.from, bucket)}.`;
}
