import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { type RouterInput, useTRPC } from "#lib/trpc.ts";

export type Narrowing = Omit<RouterInput["audit"]["list"], "cursor" | "limit" | "eventId">;

/** What the address narrows the log to, days as they are here. */
export function useNarrowing(): Narrowing {
  const { outcome, action, actor, subject, from, to } = useSearch({
    from: "/studio/settings/audit",
  });
  return {
    outcome,
    action,
    actorId: actor,
    subjectId: subject,
    from: from && startOf(from, 0),
    until: to && startOf(to, 1),
  };
}

function startOf(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}

export function useAudit() {
  const trpc = useTRPC();
  return useInfiniteQuery(
    trpc.audit.list.infiniteQueryOptions(useNarrowing(), {
      getNextPageParam,
      placeholderData: keepPreviousData,
      throwOnError: true,
    }),
  );
}
