import { useQuery } from "@tanstack/react-query";
import { formatDuration, formatMoment } from "#lib/format-time.ts";
import { useTRPC } from "#lib/trpc.ts";
import { classNames } from "#ui/class-names.ts";
import { ProgressBar } from "#ui/progress-bar.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { jobWords, stageWords } from "./stage-words.ts";
import { isActive } from "./use-jobs.ts";

const LINES_SHOWN = 100;
const TONES = { info: "text-ink", warn: "text-warn", error: "text-bad" } as const;

/** What a job did, stage by stage, with the time each took. */
export function JobLog({ jobId }: { jobId: string }) {
  const trpc = useTRPC();
  const { data: job } = useQuery(trpc.job.get.queryOptions({ jobId }));
  const { data: log } = useQuery(trpc.job.logs.queryOptions({ jobId, limit: LINES_SHOWN }));
  if (!job || !log) return <Skeleton className="m-4 h-24" />;
  return (
    <div className="grid gap-4 p-4">
      <div className="grid gap-2">
        <p className="font-medium">{jobWords(job)}</p>
        {isActive(job) && (
          <ProgressBar fraction={job.status === "running" ? job.progress : null} label="Progress" />
        )}
        <p className="text-sm text-muted">
          Started {formatMoment(job.startedAt ?? job.createdAt)}
          {job.attempt > 1 && ` · attempt ${job.attempt} of ${job.maxAttempts}`}
          {job.startedAt &&
            job.finishedAt &&
            ` · took ${formatDuration(Date.parse(job.finishedAt) - Date.parse(job.startedAt))}`}
        </p>
      </div>
      <ol className="grid border-t border-line">
        {log.items.map((line) => (
          <li
            key={line.id}
            className="grid grid-cols-[8.5rem_minmax(0,1fr)_auto] gap-3 border-b border-line py-1.5 text-sm"
          >
            <span className="text-muted">{line.stage ? stageWords(line.stage) : ""}</span>
            <span className={classNames("break-words", TONES[line.level])}>{line.message}</span>
            <span className="text-faint tabular-nums">
              {line.durationMs !== null && formatDuration(line.durationMs)}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
