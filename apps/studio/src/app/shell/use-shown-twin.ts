import { useQuery } from "@tanstack/react-query";
import { readLastTwin } from "#features/twins/last-twin.ts";
import { useTRPC } from "#lib/trpc.ts";

/** The twin of the address; on the workspace's own screens the one that was open last, if it is still there. */
export function useShownTwin(twinId: string | undefined): string | undefined {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.twin.list.queryOptions({ limit: 100 }));
  if (twinId) return twinId;
  const last = readLastTwin();
  return (data?.items.find(({ id }) => id === last) ?? data?.items[0])?.id;
}
