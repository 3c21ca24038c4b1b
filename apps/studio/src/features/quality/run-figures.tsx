import { countOf, formatCount } from "#lib/format-count.ts";
import type { Run } from "./quality.ts";
import { VerdictMark } from "./verdict-mark.tsx";

/** How a run came out, in figures; only what there is any of. */
export function RunFigures({ run: { summary } }: { run: Run }) {
  const { passed, failed, skipped, regressed, fixed, leaks, overRefusals } = summary;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm tabular-nums">
      <VerdictMark verdict="passed">{formatCount(passed)} passed</VerdictMark>
      {failed > 0 && <VerdictMark verdict="failed">{formatCount(failed)} failed</VerdictMark>}
      {skipped > 0 && <VerdictMark verdict="skipped">{formatCount(skipped)} not told</VerdictMark>}
      {regressed > 0 && <span className="text-bad">{formatCount(regressed)} worse</span>}
      {fixed > 0 && <span className="text-good">{formatCount(fixed)} better</span>}
      {leaks > 0 && <span className="text-bad">{countOf(leaks, "leak")}</span>}
      {overRefusals > 0 && <span className="text-warn">{formatCount(overRefusals)} refused</span>}
    </span>
  );
}
