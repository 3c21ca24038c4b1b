import { type InfiniteData, type QueryKey, useQueryClient } from "@tanstack/react-query";
import type { Job } from "@understudy/core/job/contract";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { useCoalesced } from "#lib/use-coalesced.ts";
import { type JobFilter, keepInPages } from "./keep-in-pages.ts";
import { JOBS_SHOWN } from "./use-jobs.ts";

type Pages = InfiniteData<Outputs["job"]["list"]>;

/** Puts a job that has changed where the screens read it. */
export function useKeepJob(): (job: Job) => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const reloadSources = useCoalesced(() => {
    void queryClient.invalidateQueries(trpc.source.list.pathFilter());
    void queryClient.invalidateQueries(trpc.source.listSyncs.pathFilter());
  });
  const reloadHealth = useCoalesced(() => {
    void queryClient.invalidateQueries(trpc.knowledge.health.pathFilter());
    void queryClient.invalidateQueries(trpc.knowledge.listFindings.pathFilter());
    void queryClient.invalidateQueries(trpc.knowledge.listImpacts.pathFilter());
  });
  return (job) => {
    queryClient.setQueryData(trpc.job.get.queryKey({ jobId: job.id }), job);
    queryClient.setQueryData(
      trpc.job.list.queryKey({ limit: JOBS_SHOWN }),
      (page) => page && { ...page, items: withJob(page.items, job) },
    );
    const lists = queryClient.getQueriesData<Pages>({
      queryKey: trpc.job.list.infiniteQueryKey(),
    });
    for (const [key, pages] of lists) {
      if (pages) queryClient.setQueryData<Pages>(key, keepInPages(pages, filterOf(key), job));
    }
    void queryClient.invalidateQueries(trpc.job.logs.infiniteQueryFilter({ jobId: job.id }));
    if (job.kind === "health_check") reloadHealth();
    if (job.finishedAt && job.subjectId) {
      void queryClient.invalidateQueries(trpc.source.get.queryFilter({ sourceId: job.subjectId }));
      reloadSources();
    }
  };
}

function filterOf(key: QueryKey): JobFilter {
  return (key[1] as { input?: JobFilter } | undefined)?.input ?? {};
}

function withJob(jobs: readonly Job[], job: Job): Job[] {
  const known = jobs.some(({ id }) => id === job.id);
  return known ? jobs.map((other) => (other.id === job.id ? job : other)) : [job, ...jobs];
}
