import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTRPC } from "#lib/trpc.ts";

/** For who would rather see a taught twin first: the one that is already here. */
export function ReadyTwin() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.twin.list.queryOptions({ limit: 100 }));
  const twin = data?.items.find(({ sourceCount }) => sourceCount > 0);
  if (!twin) return null;
  return (
    <p className="mt-2 text-sm text-muted">
      Or see first how it works:{" "}
      <Link
        to="/twins/$twinId/chat"
        params={{ twinId: twin.id }}
        search={{}}
        className="font-medium text-accent-text underline"
      >
        ask {twin.name}
      </Link>
    </p>
  );
}
