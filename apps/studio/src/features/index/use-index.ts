import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useJobs } from "#features/jobs/use-jobs.ts";
import { type Outputs, useTRPC } from "#lib/trpc.ts";

export type TwinIndex = Outputs["knowledge"]["index"];
export type Candidate = NonNullable<TwinIndex["candidate"]>;
export type Comparison = NonNullable<Candidate["comparison"]>;

/** Read anew whenever the job that fills the new index gets further. */
export function useIndex(twinId: string) {
  const trpc = useTRPC();
  const query = useQuery(trpc.knowledge.index.queryOptions({ twinId }, { throwOnError: true }));
  const job = useJobs().find(({ kind, twinId: of }) => kind === "index_fill" && of === twinId);
  const { refetch } = query;
  const mark = job && `${job.status} ${job.stage} ${Math.round(20 * job.progress)}`;
  useEffect(() => {
    if (mark) void refetch();
  }, [mark, refetch]);
  return { index: query.data, job };
}

/** Puts what a change gave back where the screen reads it. */
export function useKeepIndex(twinId: string): (index: TwinIndex) => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return (index) => queryClient.setQueryData(trpc.knowledge.index.queryKey({ twinId }), index);
}
