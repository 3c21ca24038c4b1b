import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";
import type { Finding } from "./finding.ts";

export function useSettle() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const onSettled = () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.knowledge.listFindings.pathFilter()),
      queryClient.invalidateQueries(trpc.knowledge.health.pathFilter()),
    ]);
  const resolving = useMutation(trpc.knowledge.resolveFinding.mutationOptions({ onSettled }));
  const dismissing = useMutation(trpc.knowledge.dismissFinding.mutationOptions({ onSettled }));
  return {
    isPending: resolving.isPending || dismissing.isPending,
    resolve: ({ id }: Finding) => resolving.mutate({ findingId: id }),
    dismiss: ({ id }: Finding) => dismissing.mutate({ findingId: id }),
  };
}
