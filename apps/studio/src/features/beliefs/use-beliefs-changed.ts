import { useQueryClient } from "@tanstack/react-query";
import type { Belief } from "@understudy/core/belief/contract";
import { useTRPC } from "#lib/trpc.ts";

/** Shows a change wherever beliefs are shown, at once where it is known. */
export function useBeliefsChanged(): (changed?: Belief) => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async (changed) => {
    if (changed) {
      queryClient.setQueryData(trpc.belief.get.queryKey({ beliefId: changed.id }), changed);
    }
    await queryClient.invalidateQueries(trpc.belief.pathFilter());
  };
}
