import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { useToasts } from "#ui/toaster.tsx";
import type { Test } from "./quality.ts";
import { useQualityChanged } from "./use-quality-changed.ts";

/** At once, with a way back: what it held is here to be written anew. */
export function RemoveTestButton({ test, onRemoved }: { test: Test; onRemoved: () => void }) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const changed = useQualityChanged();
  const restore = useMutation(trpc.quality.createTest.mutationOptions({ onSuccess: changed }));
  const remove = useMutation(
    trpc.quality.removeTest.mutationOptions({
      onSuccess: async ({ twinId, question, expectations, origin }) => {
        onRemoved();
        toasts.show({
          text: "The test was removed.",
          action: {
            label: "Undo",
            run: () => restore.mutate({ twinId, question, expectations, origin }),
          },
        });
        await changed();
      },
    }),
  );
  return (
    <Button disabled={remove.isPending} onClick={() => remove.mutate({ testId: test.id })}>
      Remove
    </Button>
  );
}
