import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";

/** The structure of a live source, page after page while somebody looks. */
export function useBlocks(sourceId: string, isLive: boolean) {
  const trpc = useTRPC();
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(
    trpc.source.blocks.infiniteQueryOptions(
      { sourceId },
      {
        getNextPageParam,
        enabled: isLive,
        staleTime: 60_000,
      },
    ),
  );
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const blocks = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  return { blocks, isComplete: data !== undefined && !hasNextPage };
}
