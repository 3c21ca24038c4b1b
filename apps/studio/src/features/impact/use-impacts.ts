import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Outputs, useTRPC } from "#lib/trpc.ts";

export type Impact = Outputs["knowledge"]["listImpacts"]["items"][number];

const IMPACTS_SHOWN = 100;

/** What changed sources bear on in a twin and nobody has looked at since. */
export function useOpenImpacts(twinId: string): readonly Impact[] {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.knowledge.listImpacts.queryOptions({ twinId, isOpen: true, limit: IMPACTS_SHOWN }),
  );
  return data?.items ?? [];
}

/** It stands as it is: the warning goes. */
export function useLookedAt() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries(trpc.knowledge.listImpacts.pathFilter());
  const answer = useMutation(trpc.verifiedAnswer.lookedAt.mutationOptions({ onSettled }));
  const belief = useMutation(trpc.belief.lookedAt.mutationOptions({ onSettled }));
  return {
    isPending: answer.isPending || belief.isPending,
    lookedAt({ verifiedAnswerId, beliefId }: Impact) {
      if (verifiedAnswerId) answer.mutate({ verifiedAnswerId });
      else if (beliefId) belief.mutate({ beliefId });
    },
  };
}
