import type { Job } from "@understudy/core/job/contract";
import { RotateCw, X } from "lucide-react";
import { failureWords } from "#features/sources/failure-words.ts";
import { formatDuration } from "#lib/format-time.ts";
import { Ago } from "#ui/ago.tsx";
import { classNames } from "#ui/class-names.ts";
import { IconButton } from "#ui/icon-button.tsx";
import { ProgressBar } from "#ui/progress-bar.tsx";
import { TABLE_CELL, TABLE_ROW } from "#ui/table.ts";
import { JobMark } from "./job-mark.tsx";
import { KIND_WORDS, STATUS_WORDS, stateWords } from "./stage-words.ts";
import { isRetryable, useJobActions } from "./use-job-actions.ts";
import { useJobSource } from "./use-job-source.ts";
import { isActive } from "./use-jobs.ts";

const NONE = "–";

export function JobTableRow({
  job,
  twinName,
  now,
  isOpen,
  narrow,
  onFocus,
  onOpen,
}: {
  job: Job;
  twinName: string | undefined;
  now: number;
  isOpen: boolean;
  narrow: string;
  onFocus: () => void;
  onOpen: () => void;
}) {
  const source = useJobSource(job);
  const cell = classNames(TABLE_CELL, narrow, "text-muted tabular-nums");
  const kind = KIND_WORDS[job.kind];
  return (
    <tr
      data-row-id={job.id}
      tabIndex={-1}
      aria-selected={isOpen}
      onFocus={onFocus}
      className={TABLE_ROW}
    >
      <td className={classNames(TABLE_CELL, "py-1.5")}>
        <button
          type="button"
          onClick={onOpen}
          className="block max-w-full truncate py-0.5 text-left font-medium hover:underline"
        >
          {source?.title ?? kind}
        </button>
        {source && <p className="truncate text-sm text-muted">{kind}</p>}
        {job.failure && job.status === "failed" && (
          <p className="text-sm text-pretty text-bad">{failureWords(job.failure)}</p>
        )}
      </td>
      <td className={classNames(TABLE_CELL, "text-sm")}>
        <span className="flex items-center gap-1.5">
          <JobMark status={job.status} />
          <span className="text-pretty">{stateWords(job, now)}</span>
        </span>
        {job.status === "running" && (
          <ProgressBar fraction={job.progress} label={STATUS_WORDS.running} />
        )}
      </td>
      <td className={`${cell} truncate`}>{twinName ?? NONE}</td>
      <td className={`${cell} text-right`}>{job.attempt || NONE}</td>
      <td className={`${cell} text-right`}>{took(job) ?? NONE}</td>
      <td className={cell}>
        <Ago at={job.createdAt} now={now} />
      </td>
      <td className={`${TABLE_CELL} text-right`}>
        <RowAction job={job} name={source?.title ?? kind} />
      </td>
    </tr>
  );
}

function RowAction({ job, name }: { job: Job; name: string }) {
  const { cancel, retry, isPending } = useJobActions();
  if (isActive(job)) {
    return (
      <IconButton
        label={`Cancel ${name}`}
        size="small-icon"
        disabled={isPending}
        onClick={() => cancel(job)}
      >
        <X aria-hidden />
      </IconButton>
    );
  }
  if (!isRetryable(job)) return null;
  return (
    <IconButton
      label={`Try ${name} again`}
      size="small-icon"
      disabled={isPending}
      onClick={() => retry(job)}
    >
      <RotateCw aria-hidden />
    </IconButton>
  );
}

/** Undefined while the job has no end, or never began. */
export function took({ startedAt, finishedAt }: Job): string | undefined {
  if (!startedAt || !finishedAt) return undefined;
  return formatDuration(Date.parse(finishedAt) - Date.parse(startedAt));
}
