import { useInfiniteQuery } from "@tanstack/react-query";
import { MessageCircleQuestion } from "lucide-react";
import { useTwin } from "#features/twins/use-twin.ts";
import { useTRPC } from "#lib/trpc.ts";
import { useListKeys } from "#lib/use-list-keys.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHead } from "#ui/page.tsx";
import { PageSkeleton } from "#ui/skeleton.tsx";
import { QuestionCard } from "./question-card.tsx";

/** What the twin could not answer, each with one field to answer it once. */
export function QuestionsPage() {
  const twin = useTwin();
  usePageTitle("Questions", twin.name);
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.clarification.list.infiniteQueryOptions(
      { twinId: twin.id },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, throwOnError: true },
    ),
  );
  const { setActiveId } = useListKeys({ onOpen: () => {}, onClose: () => {} });
  const questions = list.data?.pages.flatMap((page) => page.items);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHead title="Questions" detail={`What ${twin.name} could not answer`} />
      <div className="min-h-0 flex-1 overflow-y-auto border-t border-line">
        {!questions && <PageSkeleton />}
        {questions?.length === 0 && (
          <EmptyState
            icon={<MessageCircleQuestion />}
            title="No open question"
            example="Your reply is given to whoever asks the same, or becomes a belief that answers may rest on."
          >
            When somebody asks {twin.name} what nothing here answers, the question waits here for
            you.
          </EmptyState>
        )}
        <ol aria-label="Open questions" className="grid max-w-3xl gap-4 px-6 py-4 max-md:px-4">
          {questions?.map((question) => (
            <li
              key={question.id}
              data-row-id={question.id}
              tabIndex={-1}
              onFocus={() => setActiveId(question.id)}
              className="rounded-lg border border-line bg-surface p-4 focus-visible:outline-2"
            >
              <QuestionCard question={question} />
            </li>
          ))}
        </ol>
        {list.hasNextPage && (
          <div className="p-4 text-center">
            <Button disabled={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
              Show more
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
