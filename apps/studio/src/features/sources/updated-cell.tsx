import type { Source } from "@understudy/core/source/contract";
import { formatMoment } from "#lib/format-time.ts";
import { Ago } from "#ui/ago.tsx";
import { scheduleWords } from "./schedule-words.ts";

/** When it was brought up to date, and when it will be next. */
export function UpdatedCell({ source, now }: { source: Source; now: number }) {
  const updatedAt = source.lastRefresh?.finishedAt ?? source.updatedAt;
  const next = scheduleWords(source, now);
  return (
    <>
      <Ago at={updatedAt} now={now} />
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
