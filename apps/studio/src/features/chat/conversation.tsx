import { useParams } from "@tanstack/react-router";
import { useTwin } from "#features/twins/use-twin.ts";
import { ThreadView } from "./thread-view.tsx";

export function Conversation() {
  const twin = useTwin();
  const { conversationId } = useParams({ from: "/studio/twins/$twinId/chat/$conversationId" });
  return <ThreadView key={conversationId} twin={twin} conversationId={conversationId} />;
}
