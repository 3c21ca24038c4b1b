import type { TooltipContentProps } from "recharts";
import type { Measure } from "#app/analytics-search.ts";
import { formatCount } from "#lib/format-count.ts";
import type { Point, Timeseries } from "./analytics.ts";
import { SERIES, totalOf } from "./measures.ts";
import { longTime } from "./time-words.ts";

/** What stands under the pointer, or under the arrow keys. */
export function TimeTooltip({
  bucket,
  measure,
  payload,
}: { bucket: Timeseries["bucket"]; measure: Measure } & Partial<TooltipContentProps>) {
  const point = payload?.[0]?.payload as Point | undefined;
  if (!point) return null;
  return (
    <div className="grid gap-1 rounded-md bg-raised px-3 py-2 text-sm shadow-float">
      <p className="font-medium">{longTime(point.from, bucket)}</p>
      <ul className="grid gap-0.5">
        {SERIES[measure].toReversed().map(({ name, count, color }) => (
          <li key={name} className="flex items-center gap-2">
            <span aria-hidden className="size-2.5 rounded-sm" style={{ background: color }} />
            <span className="flex-1 text-muted">{name}</span>
            <span className="tabular-nums">{formatCount(count(point.figures))}</span>
          </li>
        ))}
        {SERIES[measure].length > 1 && (
          <li className="flex justify-between gap-6 border-t border-line pt-0.5">
            <span className="text-muted">All</span>
            <span className="tabular-nums">{formatCount(totalOf(measure, point.figures))}</span>
          </li>
        )}
      </ul>
    </div>
  );
}
