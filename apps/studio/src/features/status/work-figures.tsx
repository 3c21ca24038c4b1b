import { Link } from "@tanstack/react-router";
import type { StatusHistory } from "@understudy/core/status/contract";
import type { ReactNode } from "react";
import { formatDuration } from "#lib/format-time.ts";

const MS_PER_SECOND = 1_000;

/** What became of the workspace's own work. */
export function WorkFigures({ work }: { work: StatusHistory["work"] }) {
  const { answers, jobs, waitingJobs, runningJobs, oldestWaitingSeconds } = work;
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] border-t border-line">
      <Figure name="Answers">{answers.total.toLocaleString("en")}</Figure>
      <Figure name="of them failed">{share(answers)}</Figure>
      <Figure name="Jobs ended">{jobs.total.toLocaleString("en")}</Figure>
      <Figure name="of them failed">
        {jobs.failed > 0 ? (
          <Link
            to="/jobs"
            search={{ status: "failed" }}
            className="text-accent-text underline underline-offset-2"
          >
            {share(jobs)}
          </Link>
        ) : (
          share(jobs)
        )}
      </Figure>
      <Figure name="Running now">{runningJobs.toLocaleString("en")}</Figure>
      <Figure name="Waiting now">{waitingJobs.toLocaleString("en")}</Figure>
      <Figure name="The oldest waits since">
        {waitingJobs > 0 ? formatDuration(oldestWaitingSeconds * MS_PER_SECOND) : "–"}
      </Figure>
    </dl>
  );
}

function share({ total, failed }: { total: number; failed: number }): string {
  if (total === 0) return "–";
  return `${failed.toLocaleString("en")} (${((failed / total) * 100).toFixed(1)} %)`;
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="border-b border-line px-6 py-3 max-md:px-4">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="text-lg font-semibold tabular-nums">{children}</dd>
    </div>
  );
}
