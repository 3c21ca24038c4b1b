import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";
import { useToasts } from "#ui/toaster.tsx";
import type { OperatedConversation } from "./operated.ts";
import { useConversationChanged } from "./use-conversation-changed.ts";

interface Wanted {
  messageId: string;
  answer: string;
  revision: number;
  tellVisitor: boolean;
}

/** Shown at once, taken back when it is refused, and undone by the one who made it. */
export function useCorrectAnswer() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const changed = useConversationChanged();
  const undo = useMutation(
    trpc.conversation.undoCorrection.mutationOptions({
      onSettled: changed,
      onSuccess: () => toasts.show({ text: "The correction was taken back." }),
      onError: () =>
        toasts.show({ tone: "bad", text: "It was edited since, so it was not taken back." }),
    }),
  );
  const { mutate, error, isPending } = useMutation(
    trpc.conversation.correct.mutationOptions({
      onMutate: (wanted) => {
        const held = queryClient.getQueriesData<OperatedConversation>(
          trpc.conversation.get.pathFilter(),
        );
        for (const [key, conversation] of held) {
          if (conversation) queryClient.setQueryData(key, withCorrection(conversation, wanted));
        }
        return held;
      },
      onError: (_error, _wanted, held) => {
        for (const [key, conversation] of held ?? []) queryClient.setQueryData(key, conversation);
      },
      onSettled: changed,
    }),
  );
  const correct = (wanted: Wanted, onDone: () => void) =>
    mutate(wanted, {
      onSuccess: ({ messageId, revision }) => {
        onDone();
        toasts.show({
          text: "Given from now on, and guarded by a test.",
          action: { label: "Undo", run: () => undo.mutate({ messageId, revision }) },
        });
      },
    });
  return { correct, error, isPending };
}

function withCorrection(
  conversation: OperatedConversation,
  { messageId, answer, revision }: { messageId: string; answer: string; revision?: number },
): OperatedConversation {
  if (!conversation.messages.some(({ id }) => id === messageId)) return conversation;
  const others = conversation.corrections.filter((each) => each.messageId !== messageId);
  const made = {
    id: messageId,
    messageId,
    revision: (revision ?? 0) + 1,
    verifiedAnswerId: null,
    testId: null,
    answer,
    by: null,
    notice: null,
    createdAt: new Date().toISOString(),
  };
  return { ...conversation, corrections: [...others, made] };
}
