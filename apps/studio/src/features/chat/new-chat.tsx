import { useNavigate } from "@tanstack/react-router";
import { useTwin } from "#features/twins/use-twin.ts";
import { Greeting } from "./greeting.tsx";
import { useStartChat } from "./use-start-chat.ts";

export function NewChat() {
  const twin = useTwin();
  const navigate = useNavigate();
  const { ask, isStarting, isHeldUp, groupIds, setGroupIds } = useStartChat(
    twin.id,
    (conversationId) =>
      navigate({
        to: "/twins/$twinId/chat/$conversationId",
        params: { twinId: twin.id, conversationId },
        search: {},
      }),
  );
  const as = { groupIds, onGroups: setGroupIds };
  return <Greeting twin={twin} isStarting={isStarting} isHeldUp={isHeldUp} onAsk={ask} {...as} />;
}
