import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { Twin } from "@understudy/core/twin/contract";
import { MessagesSquare, SearchX } from "lucide-react";
import { filterOf } from "#app/conversations-search.ts";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import { buttonLook } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { MoreRows } from "#ui/more-rows.tsx";
import { PageSkeleton } from "#ui/skeleton.tsx";
import { ConversationsTable } from "./conversations-table.tsx";

export function ConversationList({ twin }: { twin: Twin }) {
  const trpc = useTRPC();
  const filter = filterOf(useSearch({ from: "/studio/twins/$twinId/conversations" }));
  const list = useInfiniteQuery(
    trpc.conversation.list.infiniteQueryOptions(
      { twinId: twin.id, ...filter },
      {
        getNextPageParam,
        placeholderData: keepPreviousData,
        throwOnError: true,
      },
    ),
  );
  if (!list.data) return <PageSkeleton />;
  const conversations = list.data.pages.flatMap((page) => page.items);
  if (conversations.length === 0) {
    return Object.keys(filter).length > 0 ? <NothingMatches /> : <NoConversations twin={twin} />;
  }
  return (
    <>
      <ConversationsTable conversations={conversations} />
      {list.hasNextPage && (
        <MoreRows isFetching={list.isFetchingNextPage} onNear={() => void list.fetchNextPage()} />
      )}
    </>
  );
}

function NothingMatches() {
  return (
    <EmptyState icon={<SearchX />} title="No conversation matches">
      Nothing that was said fits all of what is chosen above. Take one of it off to see more.
    </EmptyState>
  );
}

function NoConversations({ twin }: { twin: Twin }) {
  return (
    <EmptyState
      icon={<MessagesSquare />}
      title="Nobody has asked yet"
      action={
        <Link
          to="/twins/$twinId/launch"
          params={{ twinId: twin.id }}
          className={buttonLook({ variant: "primary" })}
        >
          Let people in
        </Link>
      }
      example="A wrong answer is corrected where you read it: your words are given from then on, and a test guards them."
    >
      Every conversation with {twin.name} stands here, with what each answer rests on and what
      people thought of it.
    </EmptyState>
  );
}
