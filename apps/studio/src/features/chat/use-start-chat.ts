import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";
import { useAnswerDesk } from "./answer-desk-provider.tsx";

/** Opens a conversation with its first question, and says which one it is. */
export function useStartChat(twinId: string, onStarted: (conversationId: string) => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const desk = useAnswerDesk();
  const start = useMutation(trpc.chat.start.mutationOptions());
  const ask = (question: string) =>
    start.mutate(
      { twinId },
      {
        onSuccess: (conversation) => {
          const { id: conversationId } = conversation;
          queryClient.setQueryData(trpc.conversation.get.queryKey({ conversationId }), {
            ...conversation,
            messages: [],
          });
          void desk.ask(conversationId, question);
          onStarted(conversationId);
        },
      },
    );
  return { ask, isStarting: start.isPending };
}
