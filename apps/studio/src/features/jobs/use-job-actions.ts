import { useMutation } from "@tanstack/react-query";
import type { Job } from "@understudy/core/job/contract";
import { useTRPC } from "#lib/trpc.ts";
import { useKeepRepliedJob } from "./use-keep-replied-job.ts";

/** What can be done to a job; each shows at once wherever the job stands. */
export function useJobActions() {
  const trpc = useTRPC();
  const keepJob = useKeepRepliedJob();
  const cancelling = useMutation(trpc.job.cancel.mutationOptions({ onSuccess: keepJob }));
  const retrying = useMutation(trpc.job.retry.mutationOptions({ onSuccess: keepJob }));
  return {
    isPending: cancelling.isPending || retrying.isPending,
    cancel: ({ id }: Job) => cancelling.mutate({ jobId: id }),
    retry: ({ id }: Job) => retrying.mutate({ jobId: id }),
  };
}

export function isRetryable({ status }: Job): boolean {
  return status === "failed" || status === "cancelled";
}
