import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import type { Overlay } from "./overlay.ts";

const OVERLAYS_A_PAGE = 100;

/** All corrections of a source, newest first. */
export function useCorrections(of: { twinId: string; sourceId: string }): {
  overlays: Overlay[];
  isComplete: boolean;
} {
  const trpc = useTRPC();
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(
    trpc.source.overlay.list.infiniteQueryOptions(
      { ...of, limit: OVERLAYS_A_PAGE },
      { getNextPageParam },
    ),
  );
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return {
    overlays: data?.pages.flatMap((page) => page.items) ?? [],
    isComplete: data !== undefined && !hasNextPage,
  };
}
