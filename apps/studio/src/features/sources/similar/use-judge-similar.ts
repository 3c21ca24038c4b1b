import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";
import { useSourceActions } from "../use-source-actions.ts";
import type { Finding } from "./use-similar.ts";

/** Keep both for good, take one away (with undo), or leave it until one of them changes. */
export function useJudgeSimilar(onDone: () => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { remove } = useSourceActions();
  const told = {
    onSuccess: () => {
      onDone();
      void queryClient.invalidateQueries(trpc.knowledge.listFindings.pathFilter());
    },
  };
  const resolving = useMutation(trpc.knowledge.resolveFinding.mutationOptions(told));
  const dismissing = useMutation(trpc.knowledge.dismissFinding.mutationOptions(told));
  return {
    isPending: resolving.isPending || dismissing.isPending,
    keepBoth: ({ id }: Finding) => dismissing.mutate({ findingId: id }),
    settle: ({ id }: Finding) => resolving.mutate({ findingId: id }),
    remove: (sourceId: string) => {
      remove({ id: sourceId });
      onDone();
    },
  };
}
