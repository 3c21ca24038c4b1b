import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";

/** What is shown of people anywhere is asked for again. */
export function useAudienceChanged() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.audience.pathFilter()),
      queryClient.invalidateQueries(trpc.conversation.get.pathFilter()),
    ]);
}
