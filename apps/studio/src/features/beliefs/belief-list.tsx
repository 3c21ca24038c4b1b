import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { Twin } from "@understudy/core/twin/contract";
import { Quote, SearchX } from "lucide-react";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import { buttonLook } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ShowMore } from "#ui/show-more.tsx";
import { PageSkeleton } from "#ui/skeleton.tsx";
import { BeliefsTable } from "./beliefs-table.tsx";

export function BeliefList({ twin }: { twin: Twin }) {
  const trpc = useTRPC();
  const { search } = useSearch({ from: "/studio/twins/$twinId/beliefs" });
  const list = useInfiniteQuery(
    trpc.belief.list.infiniteQueryOptions(
      { twinId: twin.id, search },
      {
        getNextPageParam,
        placeholderData: keepPreviousData,
        throwOnError: true,
      },
    ),
  );
  if (!list.data) return <PageSkeleton />;
  const beliefs = list.data.pages.flatMap((page) => page.items);
  if (beliefs.length === 0) {
    return search ? (
      <EmptyState icon={<SearchX />} title="No belief matches">
        None holds these words. Loosen the filter above to see the others.
      </EmptyState>
    ) : (
      <NoBeliefs name={twin.name} />
    );
  }
  return (
    <>
      <BeliefsTable twinId={twin.id} beliefs={beliefs} />
      <ShowMore list={list} />
    </>
  );
}

function NoBeliefs({ name }: { name: string }) {
  return (
    <EmptyState
      icon={<Quote />}
      title="Say what you stand for"
      action={
        <Link
          to="."
          search={(now) => ({ ...now, form: "new" as const })}
          className={buttonLook({ variant: "primary" })}
        >
          Write the first one
        </Link>
      }
      example="For example “Sleep comes before training”, or “I never discount a first session”."
    >
      A belief is a short statement of what you hold, where no document says it. {name} finds it for
      any question that it bears on, and cites it like a source.
    </EmptyState>
  );
}
