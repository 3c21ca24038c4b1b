import { useMutation, useQueryClient } from "@tanstack/react-query";
import { countOf } from "#lib/format-count.ts";
import { useTRPC, useTRPCClient } from "#lib/trpc.ts";
import { useToasts } from "#ui/toaster.tsx";

type Asked = { twinId: string; parentId?: string } | "everywhere";

/** Begins again all that failed in a twin, in one collection of it, or everywhere, and says how much. */
export function useRetryFailed() {
  const trpc = useTRPC();
  const api = useTRPCClient();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const retrying = useMutation({
    mutationFn: async (asked: Asked) => {
      if (asked === "everywhere") return api.job.retryFailed.mutate({});
      return { sources: (await api.source.retryFailed.mutate(asked)).retried, jobs: 0 };
    },
    onSuccess: ({ sources, jobs }) => {
      toasts.show({ text: sayRetried(sources, jobs) });
      void queryClient.invalidateQueries(trpc.source.pathFilter());
      void queryClient.invalidateQueries(trpc.job.pathFilter());
    },
  });
  return { isPending: retrying.isPending, retryAll: (asked: Asked) => retrying.mutate(asked) };
}

function sayRetried(sources: number, jobs: number): string {
  const counts = [
    ...(sources > 0 ? [countOf(sources, "source")] : []),
    ...(jobs > 0 ? [countOf(jobs, "other job")] : []),
  ];
  return counts.length > 0 ? `Trying ${counts.join(" and ")} again.` : "Nothing to try again.";
}
