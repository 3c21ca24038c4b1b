import { useMutation, useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { jobWords } from "#features/jobs/stage-words.ts";
import { isActive, isPlanned } from "#features/jobs/use-jobs.ts";
import { useKeepRepliedJob } from "#features/jobs/use-keep-replied-job.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { ProgressBar } from "#ui/progress-bar.tsx";

/** Looks at everything now; while a look is under way, how far it is. */
export function CheckButton({ twinId, jobId }: { twinId: string; jobId: string | null }) {
  const trpc = useTRPC();
  const keepJob = useKeepRepliedJob();
  const start = useMutation(
    trpc.knowledge.checkHealth.mutationOptions({
      onSuccess: keepJob,
    }),
  );
  const { data: job } = useQuery(
    trpc.job.get.queryOptions({ jobId: jobId ?? "" }, { enabled: jobId !== null }),
  );
  const isLooking = jobId !== null && job && isActive(job) && !isPlanned(job, Date.now());
  return (
    <>
      {isLooking && (
        <span role="status" className="grid w-44 gap-1 text-sm text-muted">
          {jobWords(job)}
          <ProgressBar
            fraction={job.status === "running" ? job.progress : null}
            label="Checking the content"
          />
        </span>
      )}
      <Button
        disabled={start.isPending || isLooking === true}
        onClick={() => start.mutate({ twinId })}
      >
        <RefreshCw aria-hidden />
        Check everything
      </Button>
    </>
  );
}
