import { formatBytes } from "#lib/format-bytes.ts";
import { formatDuration } from "#lib/format-time.ts";
import { ChangedTests } from "./changed-tests.tsx";
import { DifferenceList } from "./difference-list.tsx";
import type { Candidate, Comparison, TwinIndex } from "./use-index.ts";

const HEAD = "h-9 border-b border-line px-3 text-xs font-medium text-faint first:pl-0 last:pr-0";
const CELL = "h-9 border-b border-line px-3 first:pl-0 last:pr-0";

const percent = (share: number) => `${Math.round(100 * share)} %`;

/** Both indexes side by side, on the twin's own questions. */
export function ComparisonView({
  comparison,
  live,
  candidate,
}: {
  comparison: Comparison;
  live: TwinIndex["live"];
  candidate: Candidate;
}) {
  const { before, after, judged, overlap, differences, tests } = comparison;
  const rows: [string, string, string][] = [
    ["Right place comes first", percent(before.first), percent(after.first)],
    ["Right place among those read", percent(before.found), percent(after.found)],
    ...(tests ? [testsRow(tests)] : []),
    ["Time of a search", formatDuration(before.medianMs), formatDuration(after.medianMs)],
    ["Size of the vectors", formatBytes(live.vectorBytes), formatBytes(candidate.vectorBytes)],
  ];
  return (
    <div className="grid gap-3">
      <h3 className="text-sm font-semibold">Compared</h3>
      <p className="max-w-prose text-pretty text-muted">
        {madeOf(comparison)} {judged === 0 && "For none of them the right place is known yet."} Of
        all passages found, both indexes share {percent(overlap)}.
      </p>
      <table className="w-full max-w-2xl border-collapse tabular-nums">
        <thead>
          <tr>
            <th className={`${HEAD} text-left`}>Median, or share of {judged} questions</th>
            <th className={`${HEAD} w-28 text-right`}>Answers now</th>
            <th className={`${HEAD} w-28 text-right`}>New</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, now, then]) => (
            <tr key={name}>
              <th scope="row" className={`${CELL} text-left font-normal`}>
                {name}
              </th>
              <td className={`${CELL} text-right`}>{now}</td>
              <td className={`${CELL} text-right font-medium`}>{then}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {tests && tests.changes.length > 0 && <ChangedTests tests={tests.changes} />}
      {differences.length > 0 && <DifferenceList differences={differences} />}
    </div>
  );
}

function testsRow({
  total,
  before,
  after,
}: NonNullable<Comparison["tests"]>): [string, string, string] {
  return ["Quality tests passed", `${before} of ${total}`, `${after} of ${total}`];
}

function madeOf({
  questions: { asked = 0, tested = 0, verified = 0, heading = 0 },
}: Comparison): string {
  const parts = [
    asked > 0 && `${asked} that visitors asked, with what was cited then`,
    tested > 0 && `${tested} quality tests that name what is to be found`,
    verified > 0 && `${verified} of your verified answers`,
    heading > 0 && `${heading} made from headings of passages`,
  ].filter(Boolean);
  return `Both were asked ${asked + tested + verified + heading} questions: ${parts.join("; ")}.`;
}
