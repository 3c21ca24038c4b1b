import { useInfiniteQuery } from "@tanstack/react-query";
import type { Source } from "@understudy/core/source/contract";
import { getNextPageParam } from "#lib/get-next-page-param.ts";
import { useTRPC } from "#lib/trpc.ts";
import { useNow } from "#lib/use-now.ts";
import { ShowMore } from "#ui/show-more.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { scheduleWords } from "../schedule-words.ts";
import { SyncEntry } from "./sync-entry.tsx";

/** Each time a source was brought up to date, and what that changed. */
export function SyncList({ source }: { source: Source }) {
  const trpc = useTRPC();
  const now = useNow();
  const list = useInfiniteQuery(
    trpc.source.listSyncs.infiniteQueryOptions({ sourceId: source.id }, { getNextPageParam }),
  );
  if (!list.data) return <Skeleton className="m-4 h-24" />;
  const syncs = list.data.pages.flatMap((page) => page.items);
  const schedule = scheduleWords(source, now);
  return (
    <>
      {schedule && (
        <p className="border-b border-line px-4 py-2.5 text-sm text-muted">Synced {schedule}.</p>
      )}
      {syncs.length === 0 && <p className="p-4 text-muted">Nothing was recorded yet.</p>}
      <ol>
        {syncs.map((sync) => (
          <SyncEntry key={sync.id} sync={sync} now={now} />
        ))}
      </ol>
      <ShowMore list={list} />
    </>
  );
}
