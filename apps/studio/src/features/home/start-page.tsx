import { useSuspenseQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { readLastTwin } from "#features/twins/last-twin.ts";
import { useTRPC } from "#lib/trpc.ts";

/** Leads to where the person left off, or to the first steps. */
export function StartPage() {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.twin.list.queryOptions({ limit: 100 }));
  const last = readLastTwin();
  const twin = data.items.find(({ id }) => id === last) ?? data.items[0];
  if (!twin) return <Navigate to="/welcome" search={{}} replace />;
  if (data.items.every(({ sourceCount }) => sourceCount === 0))
    return <Navigate to="/welcome" search={{ twin: twin.id }} replace />;
  return <Navigate to="/twins/$twinId" params={{ twinId: twin.id }} search={{}} replace />;
}
