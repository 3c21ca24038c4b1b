import { type InfiniteData, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Twin } from "@understudy/core/twin/contract";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { useToasts } from "#ui/toaster.tsx";

type Pages = InfiniteData<Outputs["twin"]["list"]>;

/** Archives and restores at once in the lists; archiving can be undone from its message. */
export function useArchiveTwin() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const takeOut = (twinId: string) =>
    queryClient.setQueriesData<Pages>(
      { queryKey: trpc.twin.list.infiniteQueryKey() },
      (pages) =>
        pages && {
          ...pages,
          pages: pages.pages.map((page) => ({
            ...page,
            items: page.items.filter(({ id }) => id !== twinId),
          })),
        },
    );
  const settle = () => queryClient.invalidateQueries(trpc.twin.pathFilter());
  const handlers = {
    onMutate: ({ twinId }: { twinId: string }) => takeOut(twinId),
    onSettled: settle,
  };
  const restoring = useMutation(trpc.twin.restore.mutationOptions(handlers));
  const restore = ({ id }: Twin) => restoring.mutate({ twinId: id });
  const archiving = useMutation(
    trpc.twin.archive.mutationOptions({
      ...handlers,
      // Here, not beside the call: the row that called is gone by then.
      onSuccess: (twin) =>
        toasts.show({
          text: `Archived “${twin.name}”.`,
          action: { label: "Undo", run: () => restore(twin) },
        }),
    }),
  );
  const archive = ({ id }: Twin) => archiving.mutate({ twinId: id });
  return { archive, restore };
}
