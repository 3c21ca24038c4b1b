import { useNavigate } from "@tanstack/react-router";
import type { Twin } from "@understudy/core/twin/contract";
import { Composer } from "#features/chat/composer.tsx";
import { useStartChat } from "#features/chat/use-start-chat.ts";

/** Asks, and moves on to the conversation, where the answer appears. */
export function AskBox({ twin }: { twin: Twin }) {
  const navigate = useNavigate();
  const { ask, isStarting, isHeldUp } = useStartChat(twin.id, (conversationId) =>
    navigate({
      to: "/twins/$twinId/chat/$conversationId",
      params: { twinId: twin.id, conversationId },
      search: {},
    }),
  );
  return (
    <Composer
      twinName={twin.name}
      isAnswering={isStarting}
      isHeldUp={isHeldUp}
      autoFocus={false}
      onAsk={ask}
    />
  );
}
