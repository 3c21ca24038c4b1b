import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import type { Source } from "@understudy/core/source/contract";
import { readSourcesSearch } from "#app/sources-search.ts";
import { useTRPC } from "#lib/trpc.ts";
import { useToasts } from "#ui/toaster.tsx";
import { useKeepSource } from "./use-keep-source.ts";

/** What can be done to a source that needs no form. Removal shows at once and can be undone. */
export function useSourceActions() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const keep = useKeepSource();
  const keepChanged = (source: Source) => keep({ sourceId: source.id, source });
  const reload = () => {
    void queryClient.invalidateQueries(trpc.knowledge.listFindings.pathFilter());
    return queryClient.invalidateQueries(trpc.source.list.pathFilter());
  };
  const restoring = useMutation(trpc.source.restore.mutationOptions({ onSettled: reload }));
  const removing = useMutation(
    trpc.source.remove.mutationOptions({
      onMutate: ({ sourceId }) => keep({ sourceId, source: null }),
      // Here, not beside the call: the row that called is gone by then.
      onSuccess: ({ id, title }) =>
        toasts.show({
          text: `Removed “${title}”.`,
          action: { label: "Undo", run: () => restoring.mutate({ sourceId: id }) },
        }),
      onSettled: reload,
    }),
  );
  const retrying = useMutation(trpc.source.retry.mutationOptions({ onSuccess: keepChanged }));
  const resyncing = useMutation(
    trpc.source.resync.mutationOptions({
      onSuccess: (source) => {
        keepChanged(source);
        void queryClient.invalidateQueries(trpc.job.list.pathFilter());
      },
    }),
  );
  const router = useRouter();
  const cancelling = useMutation(trpc.source.cancel.mutationOptions({ onSuccess: keepChanged }));
  return {
    retry: ({ id }: Source) => retrying.mutate({ sourceId: id }),
    resync: ({ id }: Source) => resyncing.mutate({ sourceId: id }),
    cancel: ({ id }: Source) => cancelling.mutate({ sourceId: id }),
    openHistory: ({ id, twinId }: Source) =>
      router.navigate({
        to: "/twins/$twinId/sources",
        params: { twinId },
        search: { ...readSourcesSearch(router.latestLocation.search), source: id, tab: "history" },
      }),
    remove: ({ id }: Pick<Source, "id">) => removing.mutate({ sourceId: id }),
  };
}
