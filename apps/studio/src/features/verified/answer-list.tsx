import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { Twin } from "@understudy/core/twin/contract";
import { BadgeCheck, SearchX } from "lucide-react";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import { buttonLook } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ShowMore } from "#ui/show-more.tsx";
import { PageSkeleton } from "#ui/skeleton.tsx";
import { AnswersTable } from "./answers-table.tsx";

export function AnswerList({ twin }: { twin: Twin }) {
  const trpc = useTRPC();
  const { search, due } = useSearch({ from: "/studio/twins/$twinId/verified" });
  const list = useInfiniteQuery(
    trpc.verifiedAnswer.list.infiniteQueryOptions(
      { twinId: twin.id, search, isReviewDue: due },
      {
        getNextPageParam,
        placeholderData: keepPreviousData,
        throwOnError: true,
      },
    ),
  );
  if (!list.data) return <PageSkeleton />;
  const answers = list.data.pages.flatMap((page) => page.items);
  if (answers.length === 0) {
    return search || due ? <NothingMatches isDue={due === true} /> : <NoAnswers name={twin.name} />;
  }
  return (
    <>
      <AnswersTable twinId={twin.id} answers={answers} />
      <ShowMore list={list} />
    </>
  );
}

function NothingMatches({ isDue }: { isDue: boolean }) {
  return (
    <EmptyState icon={<SearchX />} title="No verified answer matches">
      {isDue
        ? "None has reached the day on which you wanted to look at it again."
        : "No question or answer holds these words. Loosen the filter above to see the others."}
    </EmptyState>
  );
}

function NoAnswers({ name }: { name: string }) {
  return (
    <EmptyState
      icon={<BadgeCheck />}
      title="Say it once, in your own words"
      action={
        <Link
          to="."
          search={(now) => ({ ...now, form: "new" as const })}
          className={buttonLook({ variant: "primary" })}
        >
          Write the first one
        </Link>
      }
      example="For example what a session costs, or whether you take on new clients. A CSV of questions and answers can be imported."
    >
      Whoever asks {name} the same thing gets exactly this answer, marked as verified. Opposite or
      merely similar questions never do.
    </EmptyState>
  );
}
