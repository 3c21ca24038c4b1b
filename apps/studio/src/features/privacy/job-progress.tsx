import { useQuery } from "@tanstack/react-query";
import { jobWords } from "#features/jobs/stage-words.ts";
import { useTRPC } from "#lib/trpc.ts";
import { ProgressBar } from "#ui/progress-bar.tsx";

const OVER = ["succeeded", "failed", "cancelled"];

/** How far a job is, in words and as a bar. */
export function JobProgress({ jobId, label }: { jobId: string; label: string }) {
  const trpc = useTRPC();
  const { data: job } = useQuery(
    trpc.job.get.queryOptions(
      { jobId },
      {
        // The job of a workspace goes with the workspace.
        meta: { quiet: true },
        retry: false,
        refetchInterval: ({ state: { data } }) =>
          data && OVER.includes(data.status) ? false : 1_000,
      },
    ),
  );
  if (!job) return <span className="text-sm text-muted">Starting</span>;
  if (job.status === "failed") return <span className="text-sm text-bad">{jobWords(job)}</span>;
  return (
    <span className="grid max-w-64 gap-1 text-sm text-muted">
      {jobWords(job)}
      <ProgressBar fraction={job.progress} label={label} />
    </span>
  );
}
