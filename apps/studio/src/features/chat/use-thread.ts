import { useSuspenseQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTRPC } from "#lib/trpc.ts";
import type { Asking } from "./answer-desk.ts";
import { useAnswerDesk } from "./answer-desk-provider.tsx";
import { isUnderWay, type ThreadMessage } from "./thread.ts";

/** A conversation; an answer under way is followed, whichever page asked for it. */
export function useThread(conversationId: string) {
  const trpc = useTRPC();
  const desk = useAnswerDesk();
  const { data } = useSuspenseQuery(
    trpc.conversation.get.queryOptions(
      { conversationId },
      { staleTime: 60_000, refetchOnWindowFocus: false },
    ),
  );
  const messages: readonly ThreadMessage[] = data.messages;
  const underWayId = messages.find(isUnderWay)?.id;
  useEffect(() => {
    if (underWayId) void desk.follow(conversationId, underWayId);
  }, [desk, conversationId, underWayId]);
  return {
    title: data.title,
    messages,
    isAnswering: underWayId !== undefined,
    ask: (text: string, how: Asking) => void desk.ask(conversationId, text, how),
    stop: () => void desk.stop(conversationId),
  };
}
