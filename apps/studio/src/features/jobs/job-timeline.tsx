import type { Job } from "@understudy/core/job/contract";
import { formatDuration } from "#lib/format-time.ts";
import { useNow } from "#lib/use-now.ts";
import { classNames } from "#ui/class-names.ts";
import type { LogLine } from "./log-line.ts";
import { type Attempt, readTimeline, type Stage } from "./read-timeline.ts";
import { stageWords } from "./stage-words.ts";

const TICK_MS = 500;
const BARS = { done: "bg-accent", running: "animate-pulse bg-accent", broken: "bg-bad-fill" };
const STATES = { done: "", running: "so far", broken: "broke off" };

/** Where a job's time went: its stages one below the other, each as long as it took. */
export function JobTimeline({ job, lines }: { job: Job; lines: readonly LogLine[] }) {
  const attempts = readTimeline(job, lines, useNow(TICK_MS));
  if (attempts.length === 0) return null;
  return (
    <section aria-label="Stages" className="grid grid-cols-1 gap-4">
      {attempts.map((attempt) => (
        <div key={attempt.number} className="grid grid-cols-1 gap-1">
          <h3 className="flex justify-between text-xs text-faint">
            <span>{attempts.length > 1 ? `Attempt ${attempt.number}` : "Stages"}</span>
            <span className="tabular-nums">{formatDuration(attempt.endMs - attempt.startMs)}</span>
          </h3>
          <ol>
            {attempt.stages.map((stage) => (
              <StageBar key={`${stage.name}-${stage.startMs}`} stage={stage} attempt={attempt} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

function StageBar({ stage, attempt }: { stage: Stage; attempt: Attempt }) {
  const wholeMs = Math.max(attempt.endMs - attempt.startMs, 1);
  const left = ((stage.startMs - attempt.startMs) / wholeMs) * 100;
  const width = (stage.durationMs / wholeMs) * 100;
  return (
    <li className="grid grid-cols-[9rem_minmax(0,1fr)_5.5rem] items-center gap-3 py-0.5 text-sm">
      <span className={classNames("truncate", stage.state === "broken" && "text-bad")}>
        {stageWords(stage.name)}
      </span>
      <span aria-hidden className="relative h-2 rounded-full bg-sunken">
        <span
          className={classNames("absolute inset-y-0 min-w-0.5 rounded-full", BARS[stage.state])}
          style={{ left: `min(${left}%, calc(100% - 2px))`, width: `${width}%` }}
        />
      </span>
      <span className="text-right text-faint tabular-nums">
        {formatDuration(stage.durationMs)}
        {STATES[stage.state] && <span className="sr-only"> {STATES[stage.state]}</span>}
      </span>
    </li>
  );
}
