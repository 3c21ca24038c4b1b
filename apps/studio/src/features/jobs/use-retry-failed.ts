import { useMutation, useQueryClient } from "@tanstack/react-query";
import { countOf } from "#lib/format-count.ts";
import { useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { useToasts } from "#ui/toaster.tsx";

/** Begins again all that failed in some twins, or in one collection of one, and says how many. */
export function useRetryFailed() {
  const trpc = useTRPC();
  const api = useTRPCClient();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const retrying = useMutation({
    mutationFn: async (asked: readonly { twinId: string; parentId?: string }[]) => {
      const replies = await Promise.all(asked.map((each) => api.source.retryFailed.mutate(each)));
      return replies.reduce((sum, { retried }) => sum + retried, 0);
    },
    onSuccess: (retried) => {
      toasts.show({
        text: retried > 0 ? `Trying ${countOf(retried, "source")} again.` : "Nothing to try again.",
      });
      void queryClient.invalidateQueries(trpc.source.pathFilter());
      void queryClient.invalidateQueries(trpc.job.pathFilter());
    },
  });
  return {
    isPending: retrying.isPending,
    retryAll: (asked: readonly { twinId: string; parentId?: string }[]) => retrying.mutate(asked),
  };
}
