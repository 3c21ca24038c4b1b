import { useInfiniteQuery } from "@tanstack/react-query";
import { Target } from "lucide-react";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { NearMissEntry } from "./near-miss-entry.tsx";

/** Of one verified answer, or of all of a twin. */
export function NearMisses({
  twinId,
  verifiedAnswerId,
}: {
  twinId: string;
  verifiedAnswerId?: string;
}) {
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.verifiedAnswer.nearMisses.infiniteQueryOptions(
      { twinId, verifiedAnswerId },
      { getNextPageParam, throwOnError: true },
    ),
  );
  if (!list.data) return <Skeleton className="h-24" />;
  const misses = list.data.pages.flatMap((page) => page.items);
  if (misses.length === 0) {
    return (
      <EmptyState icon={<Target />} title="No near misses">
        When a question is like a verified answer and does not get it, it is kept here with the
        reason why.
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="grid grid-cols-1 gap-2">
        {misses.map((miss) => (
          <NearMissEntry key={miss.id} miss={miss} twinId={twinId} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          className="mt-3"
          disabled={list.isFetchingNextPage}
          onClick={() => list.fetchNextPage()}
        >
          Show older
        </Button>
      )}
    </>
  );
}
