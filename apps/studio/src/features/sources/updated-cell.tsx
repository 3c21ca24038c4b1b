import type { Source } from "@understudy/core/source/contract";
import { formatAgo, formatMoment } from "#lib/format-time.ts";
import { scheduleWords } from "./schedule-words.ts";

/** When it was brought up to date, and when it will be next. */
export function UpdatedCell({ source, now }: { source: Source; now: number }) {
  const updatedAt = source.lastRefresh?.finishedAt ?? source.updatedAt;
  const next = scheduleWords(source, now);
  return (
    <>
      <time dateTime={updatedAt} title={formatMoment(updatedAt)}>
        {formatAgo(updatedAt, now)}
      </time>
      {next && (
        <span
          className="block truncate text-xs text-faint"
          title={source.nextSyncAt ? formatMoment(source.nextSyncAt) : undefined}
        >
          {next}
        </span>
      )}
    </>
  );
}
