import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { Twin } from "@understudy/core/twin/contract";
import { useTRPC } from "#lib/trpc.ts";

/** The twin of the address; loading and absence belong to the route. */
export function useTwin(): Twin {
  const trpc = useTRPC();
  const { twinId } = useParams({ from: "/studio/twins/$twinId" });
  return useSuspenseQuery(trpc.twin.get.queryOptions({ twinId })).data;
}
