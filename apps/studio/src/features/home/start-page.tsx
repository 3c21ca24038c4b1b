import { useSuspenseQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { readLastTwin } from "#features/twins/last-twin.ts";
import { useTRPC } from "#lib/trpc.ts";

/** The twin that greets a new instance; it is no reason to leave out the first steps. */
const GUIDE_HANDLE = "understudy-guide";

/** Leads to where the person left off, or to the first steps. */
export function StartPage() {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.twin.list.queryOptions({ limit: 100 }));
  const lastId = readLastTwin();
  const own = data.items.filter(({ handle }) => handle !== GUIDE_HANDLE);
  const twin = data.items.find(({ id }) => id === lastId) ?? own[0];
  const hasTaught = own.some(({ sourceCount }) => sourceCount > 0);
  if (!twin || (!hasTaught && twin.handle !== GUIDE_HANDLE)) {
    return <Navigate to="/welcome" search={twin ? { twin: twin.id } : {}} replace />;
  }
  return <Navigate to="/twins/$twinId" params={{ twinId: twin.id }} search={{}} replace />;
}
