import { useQueryClient } from "@tanstack/react-query";
import type { VerifiedAnswer } from "@understudy/core/verified-answer/contract";
import { useTRPC } from "#lib/trpc.ts";

/** Shows a change wherever verified answers are shown, at once where it is known. */
export function useVerifiedChanged(): (changed?: VerifiedAnswer) => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async (changed) => {
    if (changed) {
      const key = trpc.verifiedAnswer.get.queryKey({ verifiedAnswerId: changed.id });
      queryClient.setQueryData(key, changed);
    }
    await Promise.all([
      queryClient.invalidateQueries(trpc.verifiedAnswer.pathFilter()),
      queryClient.invalidateQueries(trpc.knowledge.explore.pathFilter()),
    ]);
  };
}
