import { useQueryClient, useSuspenseInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import type { RoleName } from "@understudy/core/member/contract";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";

/** The role in which the person is here. */
export function useOwnRole(): RoleName {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.tenant.get.queryOptions({}));
  return data.role ?? "viewer";
}

export const mayManagePeople = (role: RoleName) => role === "admin" || role === "owner";

export function useMembers() {
  const trpc = useTRPC();
  return useSuspenseInfiniteQuery(trpc.member.list.infiniteQueryOptions({}, { getNextPageParam }));
}

export function useInvitations() {
  const trpc = useTRPC();
  return useSuspenseInfiniteQuery(
    trpc.invitation.list.infiniteQueryOptions({}, { getNextPageParam }),
  );
}

/** Whoever loses a role loses the invitations they gave, so both lists are read again. */
export function useReadPeopleAgain() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all([
      queryClient.invalidateQueries(trpc.member.list.pathFilter()),
      queryClient.invalidateQueries(trpc.invitation.list.pathFilter()),
    ]);
  };
}
