import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { formatAgo } from "#lib/format-time.ts";
import { useTRPC } from "#lib/trpc.ts";
import { useNow } from "#lib/use-now.ts";
import { Button, buttonLook } from "#ui/button.tsx";

export function ConversationList({ twinId, onGo }: { twinId: string; onGo?: () => void }) {
  const trpc = useTRPC();
  const now = useNow();
  const list = useSuspenseInfiniteQuery(
    trpc.conversation.list.infiniteQueryOptions(
      { twinId },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  const conversations = list.data.pages.flatMap((page) => page.items);
  return (
    <nav aria-label="Conversations" className="grid gap-2">
      <Link
        to="/twins/$twinId/chat"
        params={{ twinId }}
        search={{}}
        onClick={onGo}
        className={buttonLook({}, "w-full")}
      >
        <Plus aria-hidden />
        New conversation
      </Link>
      <ul className="grid gap-px">
        {conversations.map(({ id, title, updatedAt }) => (
          <li key={id}>
            <Link
              to="/twins/$twinId/chat/$conversationId"
              params={{ twinId, conversationId: id }}
              search={{}}
              onClick={onGo}
              activeOptions={{ includeSearch: false }}
              className="grid rounded-md px-2 py-1.5 hover:bg-hover data-[status=active]:bg-selected"
            >
              <span className="truncate">{title || "New conversation"}</span>
              <span className="text-xs text-faint">{formatAgo(updatedAt, now)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          size="small"
          disabled={list.isFetchingNextPage}
          onClick={() => list.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </nav>
  );
}
