import { useMutation } from "@tanstack/react-query";
import type { Belief } from "@understudy/core/belief/contract";
import { useTRPC } from "#lib/trpc.ts";
import { useToasts } from "#ui/toaster.tsx";
import { useBeliefsChanged } from "./use-beliefs-changed.ts";

/** Removes at once; the message that says so takes it back. */
export function useRemoveBelief(): (belief: Belief) => void {
  const trpc = useTRPC();
  const toasts = useToasts();
  const changed = useBeliefsChanged();
  const onSettled = () => changed();
  // A belief comes back as the source that it is.
  const restoring = useMutation(trpc.source.restore.mutationOptions({ onSettled }));
  const removing = useMutation(
    trpc.belief.remove.mutationOptions({
      onSuccess: ({ id }) =>
        toasts.show({
          text: "Removed. It answers nothing from the next question on.",
          action: { label: "Undo", run: () => restoring.mutate({ sourceId: id }) },
        }),
      onSettled,
    }),
  );
  return ({ id }) => removing.mutate({ beliefId: id });
}
