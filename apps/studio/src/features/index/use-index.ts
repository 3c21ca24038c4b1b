import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Job } from "@understudy/core/job/contract";
import { useEffect } from "react";
import { useJobs } from "#features/jobs/use-jobs.ts";
import { type Outputs, useTRPC } from "#lib/trpc.ts";

export type TwinIndex = Outputs["knowledge"]["index"];
export type Candidate = NonNullable<TwinIndex["candidate"]>;
export type Weighing = NonNullable<Candidate["weighing"]>;
export type Comparison = NonNullable<Candidate["comparison"]>;

/** Read anew whenever the jobs that fill the new index and weigh what answers get further. */
export function useIndex(twinId: string) {
  const trpc = useTRPC();
  const query = useQuery(trpc.knowledge.index.queryOptions({ twinId }, { throwOnError: true }));
  const jobs = useJobs().filter((job) => job.twinId === twinId);
  const job = jobs.find(({ kind }) => kind === "index_fill");
  const weighing = jobs.find(({ kind }) => kind === "weighing");
  const { refetch } = query;
  const mark = `${markOf(job)} ${markOf(weighing)}`;
  useEffect(() => {
    if (mark.trim()) void refetch();
  }, [mark, refetch]);
  return { index: query.data, job, weighing };
}

function markOf(job: Job | undefined): string {
  return job ? `${job.status} ${job.stage} ${Math.round(20 * job.progress)}` : "";
}

/** Puts what a change gave back where the screen reads it. */
export function useKeepIndex(twinId: string): (index: TwinIndex) => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return (index) => queryClient.setQueryData(trpc.knowledge.index.queryKey({ twinId }), index);
}
