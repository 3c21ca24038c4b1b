import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";
import { useAnswerDesk } from "./answer-desk-provider.tsx";
import { isUnderWay, type ThreadMessage } from "./thread.ts";

const LOOK_AGAIN_MS = 1_500;

/** A conversation; an answer that another page runs is looked at again until it ends. */
export function useThread(conversationId: string) {
  const trpc = useTRPC();
  const desk = useAnswerDesk();
  const { data } = useSuspenseQuery(
    trpc.conversation.get.queryOptions(
      { conversationId },
      {
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        refetchInterval: ({ state }) =>
          state.data?.messages.some(isUnderWay) && !desk.runs(conversationId)
            ? LOOK_AGAIN_MS
            : false,
      },
    ),
  );
  const messages: readonly ThreadMessage[] = data.messages;
  return {
    title: data.title,
    messages,
    isAnswering: messages.some(isUnderWay),
    ask: (text: string) => void desk.ask(conversationId, text),
    stop: () => void desk.stop(conversationId),
  };
}
