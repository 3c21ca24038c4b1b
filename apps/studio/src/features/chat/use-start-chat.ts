import { type InfiniteData, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { useAnswerDesk } from "./answer-desk-provider.tsx";

/** Opens a conversation with its first question, as whom one chose to ask, and says which one it is. */
export function useStartChat(twinId: string, onStarted: (conversationId: string) => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const desk = useAnswerDesk();
  const [groupIds, setGroupIds] = useState<string[]>();
  const start = useMutation(trpc.chat.start.mutationOptions());
  const ask = (question: string) =>
    start.mutate(
      { twinId, accessGroupIds: groupIds },
      {
        onSuccess: (conversation) => {
          const { id: conversationId } = conversation;
          queryClient.setQueryData(trpc.conversation.get.queryKey({ conversationId }), {
            ...conversation,
            messages: [],
          });
          queryClient.setQueryData<InfiniteData<Outputs["conversation"]["list"]>>(
            trpc.conversation.list.infiniteQueryKey({ twinId }),
            (known) => known && withFirst(known, { ...conversation, title: question }),
          );
          void desk.ask(conversationId, question);
          onStarted(conversationId);
        },
      },
    );
  return { ask, isStarting: start.isPending, groupIds, setGroupIds };
}

/** The list with a conversation at its head. */
function withFirst<Page extends { items: Item[] }, Item>(
  known: InfiniteData<Page>,
  item: Item,
): InfiniteData<Page> {
  const [first, ...rest] = known.pages;
  if (!first) return known;
  return { ...known, pages: [{ ...first, items: [item, ...first.items] }, ...rest] };
}
