import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";

/** What stands in lists and panels of it is asked for again. */
export function useConversationChanged() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.conversation.list.pathFilter()),
      queryClient.invalidateQueries(trpc.conversation.get.pathFilter()),
    ]);
}
