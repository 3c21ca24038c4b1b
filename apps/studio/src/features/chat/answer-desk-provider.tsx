import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useState } from "react";
import { askQuestion } from "#lib/ask-question.ts";
import { followAnswer, type Resume } from "#lib/follow-answer.ts";
import { rejoinAnswer } from "#lib/rejoin-answer.ts";
import { useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { type AnswerDesk, createAnswerDesk } from "./answer-desk.ts";

const AnswerDeskContext = createContext<AnswerDesk | null>(null);

/** Above the router, so that an answer goes on while the person looks at other screens. */
export function AnswerDeskProvider({ children }: { children: ReactNode }) {
  const trpc = useTRPC();
  const api = useTRPCClient();
  const queryClient = useQueryClient();
  const [desk] = useState(() => {
    const resume: Resume = (place) => api.chat.resume.mutate(place);
    return createAnswerDesk({
      ask: (question) =>
        followAnswer({ first: askQuestion(question), resume, signal: question.signal }),
      rejoin: (messageId, signal) =>
        followAnswer({ first: rejoinAnswer(messageId, signal), resume, signal }),
      read: (conversationId) => api.conversation.get.query({ conversationId }),
      stop: (messageId) => api.chat.stop.mutate({ messageId }),
      change: (conversationId, change) =>
        queryClient.setQueryData(
          trpc.conversation.get.queryKey({ conversationId }),
          (thread) => thread && change(thread),
        ),
      onEnd: () => void queryClient.invalidateQueries(trpc.conversation.list.pathFilter()),
    });
  });
  return <AnswerDeskContext value={desk}>{children}</AnswerDeskContext>;
}

export function useAnswerDesk(): AnswerDesk {
  const desk = use(AnswerDeskContext);
  if (!desk) throw new Error("useAnswerDesk needs an AnswerDeskProvider above it.");
  return desk;
}
