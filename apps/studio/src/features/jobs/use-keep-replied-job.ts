import { useQueryClient } from "@tanstack/react-query";
import type { Job } from "@understudy/core/job/contract";
import { useTRPC } from "#lib/trpc.ts";
import { useKeepJob } from "./use-keep-job.ts";

/**
 * A job as the reply to a mutation gives it. A short one may have ended before the reply arrives, and
 * the news of that with it: so it is shown at once, and asked for again.
 */
export function useKeepRepliedJob(): (job: Job) => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const keepJob = useKeepJob();
  return (job) => {
    keepJob(job);
    void queryClient.invalidateQueries(trpc.job.get.queryFilter({ jobId: job.id }));
    void queryClient.invalidateQueries(trpc.job.list.pathFilter());
  };
}
