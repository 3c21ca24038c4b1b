import { type InfiniteData, useQueryClient } from "@tanstack/react-query";
import type { Source } from "@understudy/core/source/contract";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { useCoalesced } from "#lib/use-coalesced.ts";

type Pages = InfiniteData<Outputs["source"]["list"]>;

/** Puts a source that has changed, or is gone, where the screens read it. */
export function useKeepSource(): (change: { sourceId: string; source: Source | null }) => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  // A site brings hundreds of changes within seconds.
  const reload = useCoalesced(() => {
    void queryClient.invalidateQueries(trpc.source.list.pathFilter());
    void queryClient.invalidateQueries(trpc.source.listSyncs.pathFilter());
    void queryClient.invalidateQueries(trpc.source.chunks.pathFilter());
    void queryClient.invalidateQueries(trpc.source.overlay.pathFilter());
    void queryClient.invalidateQueries(trpc.knowledge.listFindings.pathFilter());
    void queryClient.invalidateQueries(trpc.belief.pathFilter());
    void queryClient.invalidateQueries(trpc.twin.pathFilter());
  });
  return ({ sourceId, source }) => {
    const known = queryClient.getQueryData(trpc.source.get.queryKey({ sourceId }));
    if (source) queryClient.setQueryData(trpc.source.get.queryKey({ sourceId }), source);
    const lists = { queryKey: trpc.source.list.infiniteQueryKey() };
    queryClient.setQueriesData<Pages>(
      lists,
      (pages) => pages && withSource(pages, sourceId, source),
    );
    if (known && source && isSameState(known, source)) return;
    reload();
    void queryClient.invalidateQueries(trpc.source.text.queryFilter({ sourceId }));
  };
}

function isSameState(a: Source, b: Source): boolean {
  return a.status === b.status && a.refreshing === b.refreshing;
}

/** Replaces the source where it stands in the pages, or takes it out. */
export function withSource(pages: Pages, sourceId: string, source: Source | null): Pages {
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      items: page.items.flatMap((item) =>
        item.id === sourceId ? (source ? [source] : []) : [item],
      ),
    })),
  };
}
