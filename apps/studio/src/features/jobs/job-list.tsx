import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { Activity, CircleCheck, SearchX } from "lucide-react";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { ShowMore } from "#ui/show-more.tsx";
import { PageSkeleton } from "#ui/skeleton.tsx";
import { JobsTable } from "./jobs-table.tsx";

export function JobList() {
  const trpc = useTRPC();
  const { status, kind, twin, source } = useSearch({ from: "/studio/jobs" });
  const list = useInfiniteQuery(
    trpc.job.list.infiniteQueryOptions(
      { status, kind, twinId: twin, subjectId: source },
      {
        getNextPageParam,
        placeholderData: keepPreviousData,
        throwOnError: true,
      },
    ),
  );
  if (!list.data) return <PageSkeleton />;
  const jobs = list.data.pages.flatMap((page) => page.items);
  if (jobs.length === 0) {
    return status === "failed" ? <NothingFailed /> : <NoJobs isNarrowed={!!(status || kind)} />;
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto border-t border-line">
      <JobsTable jobs={jobs} />
      <ShowMore list={list} />
    </div>
  );
}

function NothingFailed() {
  return (
    <EmptyState icon={<CircleCheck />} title="Nothing has failed">
      Work that was refused or broke on every attempt is kept here, with its reason, until you try
      again.
    </EmptyState>
  );
}

function NoJobs({ isNarrowed }: { isNarrowed: boolean }) {
  return isNarrowed ? (
    <EmptyState icon={<SearchX />} title="No job matches">
      Loosen the filter above to see the others.
    </EmptyState>
  ) : (
    <EmptyState
      icon={<Activity />}
      title="No work so far"
      example="For example “Processing · Handbook 2026”, with the seconds that each stage took."
    >
      Reading a file, fetching a page, keeping a site current: each is a job with its stages, its
      log and its end. Add a source to see the first.
    </EmptyState>
  );
}
