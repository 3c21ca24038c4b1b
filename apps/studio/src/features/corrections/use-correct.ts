import { useMutation, useQueryClient } from "@tanstack/react-query";
import { countOf } from "#lib/format-count.ts";
import { useTRPC } from "#lib/trpc.ts";
import { useToasts } from "#ui/toaster.tsx";
import type { Overlay } from "./overlay.ts";

const DONE = { hide: "Hidden from every answer.", pin: "Comes first wherever it matches." };
const UNDONE = {
  edit: "The source's own words answer again.",
  hide: "Found again.",
  pin: "No longer pinned.",
};

/** What can be done to a passage's corrections without a form; each can be undone. */
export function useCorrect() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const reload = useReloadCorrections();
  const creating = useMutation(trpc.source.overlay.create.mutationOptions({ onSettled: reload }));
  const updating = useMutation(trpc.source.overlay.update.mutationOptions({ onSettled: reload }));
  const removing = useMutation(trpc.source.overlay.remove.mutationOptions({ onSettled: reload }));
  const remove = ({ id: overlayId, revision }: Overlay) =>
    removing.mutateAsync({ overlayId, revision });
  return {
    async mark(chunkId: string, kind: "hide" | "pin") {
      const overlay = await creating.mutateAsync({ chunkId, kind });
      const impact = trpc.source.overlay.impact.queryOptions({ chunkId });
      const { answers } = await queryClient.fetchQuery(impact);
      const bears = kind === "hide" && answers > 0;
      const rest = bears ? ` ${countOf(answers, "answer")} of the last 30 days cited it.` : "";
      const undo = () => void remove(overlay);
      toasts.show({ text: `${DONE[kind]}${rest}`, action: { label: "Undo", run: undo } });
    },
    async discard(overlay: Overlay) {
      const { kind, text, chunkId } = overlay;
      await remove(overlay);
      const again = { kind, ...(text !== null && { text }) };
      const undo = () => void creating.mutate({ ...again, chunkId: chunkId ?? "" });
      toasts.show({
        text: UNDONE[kind],
        ...(chunkId && { action: { label: "Undo", run: undo } }),
      });
    },
    keep: ({ id: overlayId, revision }: Overlay) => updating.mutate({ overlayId, revision }),
    moveTo: ({ id: overlayId, revision }: Overlay, chunkId: string) =>
      updating.mutate({ overlayId, revision, chunkId }),
    isPending: creating.isPending || updating.isPending || removing.isPending,
  };
}

/** What corrections change is read anew wherever it is shown. */
export function useReloadCorrections(): () => Promise<unknown> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () =>
    Promise.all([
      queryClient.invalidateQueries(trpc.source.overlay.pathFilter()),
      queryClient.invalidateQueries(trpc.source.chunks.pathFilter()),
    ]);
}
