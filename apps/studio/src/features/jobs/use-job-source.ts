import { useQuery } from "@tanstack/react-query";
import type { Job } from "@understudy/core/job/contract";
import type { Source } from "@understudy/core/source/contract";
import { useTRPC } from "#lib/trpc.ts";

const OF_SOURCE: readonly Job["kind"][] = ["ingestion", "reindex", "resync"];

/** The source a job works for; undefined while it is read, when it was removed, and for other work. */
export function useJobSource({ kind, subjectId }: Job): Source | undefined {
  const trpc = useTRPC();
  const isOfSource = subjectId !== null && OF_SOURCE.includes(kind);
  const { data } = useQuery(
    trpc.source.get.queryOptions(
      { sourceId: subjectId ?? "" },
      { enabled: isOfSource, retry: false },
    ),
  );
  return isOfSource ? data : undefined;
}
