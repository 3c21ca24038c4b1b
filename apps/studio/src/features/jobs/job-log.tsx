import { formatClock, formatDuration } from "#lib/format-time.ts";
import { classNames } from "#ui/class-names.ts";
import type { LogLine } from "./log-line.ts";
import { stageWords } from "./stage-words.ts";

const TONES = { info: "text-ink", warn: "text-warn", error: "text-bad" } as const;

/** What a job wrote down, in order. */
export function JobLog({ lines }: { lines: readonly LogLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="job-log" className="grid grid-cols-1 gap-1">
      <h3 id="job-log" className="text-xs text-faint">
        Log
      </h3>
      <ol className="border-t border-line">
        {lines.map((line) => (
          <li
            key={line.id}
            className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-3 border-b border-line py-1.5 text-sm"
          >
            <time dateTime={line.createdAt} className="text-faint tabular-nums">
              {formatClock(line.createdAt)}
            </time>
            <span className={classNames("break-words", TONES[line.level])}>{words(line)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function words({ stage, message, durationMs }: LogLine): string {
  if (stage && durationMs !== null) return `${stageWords(stage)}: ${formatDuration(durationMs)}`;
  return message;
}
