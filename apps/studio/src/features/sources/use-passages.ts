import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import type { Passage } from "./passage.ts";

const PASSAGES_A_PAGE = 100;

/** All passages of a source, page after page while somebody looks. */
export function usePassages(sourceId: string): { passages: Passage[]; isComplete: boolean } {
  const trpc = useTRPC();
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(
    trpc.source.chunks.infiniteQueryOptions(
      { sourceId, limit: PASSAGES_A_PAGE },
      { getNextPageParam },
    ),
  );
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return {
    passages: data?.pages.flatMap((page) => page.items) ?? [],
    isComplete: data !== undefined && !hasNextPage,
  };
}
