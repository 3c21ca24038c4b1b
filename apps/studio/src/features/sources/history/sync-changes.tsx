import { useInfiniteQuery } from "@tanstack/react-query";
import type { Sync } from "@understudy/core/source/contract";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Skeleton } from "#ui/skeleton.tsx";
import { locatorWords } from "../locator-words.ts";
import { DiffText } from "./diff-text.tsx";
import { type PassageChange, pairChanges } from "./pair-changes.ts";
import { useAllPages } from "./use-all-pages.ts";

const CHANGES_A_PAGE = 100;
/** The passages that a sync brought, rewrote and took away. */
export function SyncChanges({ sync }: { sync: Sync }) {
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.source.listSyncChanges.infiniteQueryOptions(
      { syncId: sync.id, limit: CHANGES_A_PAGE },
      { getNextPageParam },
    ),
  );
  const changes = useAllPages(list);
  if (!changes) return <Skeleton className="h-16" />;
  if (changes.length === 0) return <p className="text-sm text-muted">No passage changed.</p>;
  return (
    <ol className="grid grid-cols-1 gap-2">
      {pairChanges(changes).map((change) => (
        <ChangedPassage key={change.id} change={change} />
      ))}
    </ol>
  );
}

function ChangedPassage({ change: { before, after } }: { change: PassageChange }) {
  const kind = before && after ? "Rewritten" : after ? "Added" : "Removed";
  const place = locatorWords((after ?? before)?.locator ?? { start: 0, end: 0 });
  return (
    <li className="grid grid-cols-1 gap-1 rounded-lg border border-line bg-surface px-3 py-2 [contain-intrinsic-size:auto_6rem] [content-visibility:auto]">
      <p className="flex gap-2 text-xs text-faint">
        <span className="font-medium text-muted">{kind}</span>
        <span className="truncate">{place}</span>
      </p>
      <p className="text-sm break-words whitespace-pre-wrap">
        <DiffText before={before?.text ?? ""} after={after?.text ?? ""} />
      </p>
    </li>
  );
}
