import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Copy } from "lucide-react";
import { useTRPC } from "#lib/trpc.ts";

/** Leads to the source that is there already. */
export function ExistingSource({ twinId, sourceId }: { twinId: string; sourceId: string }) {
  const trpc = useTRPC();
  const { data: source } = useQuery(trpc.source.get.queryOptions({ sourceId }));
  return (
    <p className="flex min-w-0 items-center gap-1.5 text-sm text-muted [&_svg]:size-4 [&_svg]:shrink-0">
      <Copy aria-hidden />
      <Link
        to="/twins/$twinId/sources"
        params={{ twinId }}
        search={{ source: sourceId }}
        className="truncate underline"
      >
        Already here{source && ` as “${source.title}”`}
      </Link>
    </p>
  );
}
