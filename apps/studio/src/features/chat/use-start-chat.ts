import { type InfiniteData, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { useAnswerDesk } from "./answer-desk-provider.tsx";
import { BEGUN_ITEM, BEGUN_THREAD } from "./just-begun.ts";

/** Opens a conversation with its first question, as whom one chose to ask, and says which one it is. */
export function useStartChat(twinId: string, onStarted: (conversationId: string) => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const desk = useAnswerDesk();
  const [groupIds, setGroupIds] = useState<string[]>();
  const start = useMutation(trpc.chat.start.mutationOptions());
  const ask = (question: string, giveBack?: () => void) =>
    start.mutate(
      { twinId, accessGroupIds: groupIds },
      {
        onError: giveBack,
        onSuccess: (conversation) => {
          const { id: conversationId } = conversation;
          queryClient.setQueryData(trpc.conversation.get.queryKey({ conversationId }), {
            ...conversation,
            ...BEGUN_THREAD,
          });
          queryClient.setQueryData<List>(
            trpc.conversation.list.infiniteQueryKey({ twinId }),
            (known) =>
              known && withFirst(known, { ...conversation, ...BEGUN_ITEM, title: question }),
          );
          void desk.ask(conversationId, question);
          onStarted(conversationId);
        },
      },
    );
  const isHeldUp = start.isPending && start.failureCount > 0;
  return { ask, isStarting: start.isPending, isHeldUp, groupIds, setGroupIds };
}

type List = InfiniteData<Outputs["conversation"]["list"]>;

/** The list with a conversation at its head. */
function withFirst(known: List, item: List["pages"][number]["items"][number]): List {
  const [first, ...rest] = known.pages;
  if (!first) return known;
  return { ...known, pages: [{ ...first, items: [item, ...first.items] }, ...rest] };
}
