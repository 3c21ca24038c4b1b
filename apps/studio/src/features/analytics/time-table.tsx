import type { Measure } from "#app/analytics-search.ts";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import type { Behind, Point, Timeseries } from "./analytics.ts";
import { CountLink } from "./count-link.tsx";
import { SERIES } from "./measures.ts";
import { longTime } from "./time-words.ts";

/** The numbers of the chart, each a link; the latest first. */
export function TimeTable({
  twinId,
  points,
  bucket,
  measure,
  behind,
}: {
  twinId: string;
  points: readonly Point[];
  bucket: Timeseries["bucket"];
  measure: Measure;
  behind: Behind;
}) {
  const series = SERIES[measure];
  return (
    <div className="max-h-96 overflow-auto">
      <table className="w-full">
        <thead>
          <tr>
            <th className={TABLE_HEAD}>When</th>
            {series.map(({ name }) => (
              <th key={name} className={`${TABLE_HEAD} text-right`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map((point) => (
            <tr key={point.from} className={TABLE_ROW}>
              <th scope="row" className={`${TABLE_CELL} text-left font-normal whitespace-nowrap`}>
                {longTime(point.from, bucket)}
              </th>
              {series.map(({ name, count, behind: narrowed }) => (
                <td key={name} className={`${TABLE_CELL} text-right tabular-nums`}>
                  <CountLink
                    twinId={twinId}
                    count={count(point.figures)}
                    of={name}
                    behind={{ ...behind, ...narrowed, from: point.from, to: point.to }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
