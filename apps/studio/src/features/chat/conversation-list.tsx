import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import { useListKeys } from "#lib/use-list-keys.ts";
import { useNow } from "#lib/use-now.ts";
import { Button, buttonLook } from "#ui/button.tsx";
import { ConversationRow } from "./conversation-row.tsx";
import { useConversationActions } from "./use-conversation-actions.ts";

export function ConversationList({ twinId, onGo }: { twinId: string; onGo?: () => void }) {
  const trpc = useTRPC();
  const now = useNow();
  const list = useSuspenseInfiniteQuery(
    trpc.conversation.list.infiniteQueryOptions({ twinId }, { getNextPageParam }),
  );
  const conversations = list.data.pages.flatMap((page) => page.items);
  const actions = useConversationActions();
  const navigate = useNavigate();
  const { setActiveId } = useListKeys({
    onOpen: (conversationId) =>
      navigate({
        to: "/twins/$twinId/chat/$conversationId",
        params: { twinId, conversationId },
        search: {},
      }),
    onClose: () => setActiveId(null),
  });
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
        {conversations.map((conversation) => (
          <li key={conversation.id}>
            <ConversationRow conversation={conversation} actions={actions} now={now} onGo={onGo} />
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
