import { useNavigate } from "@tanstack/react-router";
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { Measure } from "#app/analytics-search.ts";
import { useTwin } from "#features/twins/use-twin.ts";
import { useMedia } from "#lib/use-media.ts";
import type { Behind, Point, Timeseries } from "./analytics.ts";
import { SERIES } from "./measures.ts";
import { TimeTooltip } from "./time-tooltip.tsx";
import { shortTime } from "./time-words.ts";

const AXIS = { fontSize: 12, fill: "var(--color-faint)" };

/** Bars over time; a click opens what a bar counts. It is loaded when there is something to draw. */
export function TimeChart({
  points,
  bucket,
  measure,
  behind,
}: {
  points: readonly Point[];
  bucket: Timeseries["bucket"];
  measure: Measure;
  behind: Behind;
}) {
  const { id: twinId } = useTwin();
  const navigate = useNavigate();
  const isStill = useMedia("(prefers-reduced-motion: reduce)");
  const open = (point: Point, narrowed: Behind) =>
    void navigate({
      to: "/twins/$twinId/conversations",
      params: { twinId },
      search: { ...behind, ...narrowed, from: point.from, to: point.to },
    });
  return (
    <ResponsiveContainer width="100%" height={240}>
      <BarChart
        accessibilityLayer={false}
        data={[...points]}
        margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
        barCategoryGap="18%"
      >
        <CartesianGrid vertical={false} stroke="var(--color-line)" />
        <XAxis
          dataKey="from"
          tickFormatter={(time: string) => shortTime(time, bucket)}
          tick={AXIS}
          tickLine={false}
          axisLine={{ stroke: "var(--color-rim)" }}
          minTickGap={28}
        />
        <YAxis allowDecimals={false} width={36} tick={AXIS} tickLine={false} axisLine={false} />
        <Tooltip
          cursor={{ fill: "var(--color-hover)" }}
          content={<TimeTooltip bucket={bucket} measure={measure} />}
          isAnimationActive={false}
        />
        {SERIES[measure].map((series) => (
          <Bar
            key={series.name}
            name={series.name}
            stackId="one"
            dataKey={(point: Point) => series.count(point.figures)}
            fill={series.color}
            stroke="var(--color-surface)"
            strokeWidth={1}
            isAnimationActive={!isStill}
            animationDuration={140}
            className="cursor-pointer"
            onClick={({ payload }) => open(payload as Point, series.behind)}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
