import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { AccessGroup } from "@understudy/core/access-group/contract";
import { useTRPC } from "#lib/trpc.ts";

/** A twin's access groups, in their order; none while they are not known. */
export function useGroups(twinId: string): readonly AccessGroup[] {
  const trpc = useTRPC();
  return useQuery(trpc.accessGroup.list.queryOptions({ twinId })).data?.items ?? [];
}

/** Shows a change wherever groups, and what is for them, are shown. */
export function useGroupsChanged(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all(
      [trpc.accessGroup, trpc.source, trpc.belief, trpc.verifiedAnswer].map((router) =>
        queryClient.invalidateQueries(router.pathFilter()),
      ),
    );
  };
}
