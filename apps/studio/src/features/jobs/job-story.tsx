import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { JobFacts } from "./job-facts.tsx";
import { JobHead } from "./job-head.tsx";
import { JobLog } from "./job-log.tsx";
import { JobResult } from "./job-result.tsx";
import { JobTimeline } from "./job-timeline.tsx";

const LINES_A_PAGE = 100;

/** All there is to know of a job: how far it is, where its time went, what came of it, its log. */
export function JobStory({ jobId }: { jobId: string }) {
  const trpc = useTRPC();
  const { data: job } = useQuery(trpc.job.get.queryOptions({ jobId }));
  const log = useInfiniteQuery(
    trpc.job.logs.infiniteQueryOptions({ jobId, limit: LINES_A_PAGE }, { getNextPageParam }),
  );
  if (!job || !log.data) return <Skeleton className="m-4 h-24" />;
  const lines = log.data.pages.flatMap((page) => page.items);
  return (
    <div className="grid grid-cols-1 gap-6 p-4">
      <JobHead job={job} />
      <JobTimeline job={job} lines={lines} />
      <JobResult job={job} />
      <JobLog lines={lines} />
      {log.hasNextPage && (
        <Button disabled={log.isFetchingNextPage} onClick={() => log.fetchNextPage()}>
          Show more of the log
        </Button>
      )}
      <JobFacts job={job} />
    </div>
  );
}
