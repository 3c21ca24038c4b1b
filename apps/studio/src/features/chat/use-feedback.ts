import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Feedback } from "@understudy/core/conversation/contract";
import { useTRPC } from "#lib/trpc.ts";
import { changeMessage, type ThreadMessage } from "./thread.ts";

/** Gives and changes what a person thinks of an answer; shown at once, taken back if refused. */
export function useFeedback(conversationId: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const keep = (messageId: string, feedback: Feedback | null) =>
    queryClient.setQueryData(
      trpc.conversation.get.queryKey({ conversationId }),
      (thread) =>
        thread && changeMessage(thread, messageId, (message) => ({ ...message, feedback })),
    );
  const { mutate } = useMutation(trpc.chat.feedback.mutationOptions());
  return ({ id, feedback }: ThreadMessage, given: Feedback) => {
    keep(id, given);
    mutate({ messageId: id, ...given }, { onError: () => keep(id, feedback) });
  };
}
