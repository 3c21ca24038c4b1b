import type { UsageLimit } from "@understudy/core/usage/contract";
import { ProgressBar } from "#ui/progress-bar.tsx";
import { amount, limitName } from "./usage-words.ts";

/** What was used of a limit, and how near that is to it. */
export function LimitFigure({
  limit,
  owner,
  currency,
}: {
  limit: UsageLimit | undefined;
  owner: string;
  currency: string | null;
}) {
  if (!limit) return null;
  const { metric, used, limit: most } = limit;
  const label = `${limitName(limit)} of ${owner}`;
  return (
    <span className="grid gap-1 tabular-nums">
      <span className="truncate">
        {used !== null && amount(metric, used, currency)}
        {most !== null && (
          <span className="text-muted">
            {used === null ? "at most " : " of "}
            {amount(metric, most, currency)}
          </span>
        )}
        {most === null && used === null && <span className="text-faint">no limit</span>}
      </span>
      {most !== null && used !== null && (
        <ProgressBar fraction={most === 0 ? 1 : Math.min(1, used / most)} label={label} />
      )}
    </span>
  );
}
