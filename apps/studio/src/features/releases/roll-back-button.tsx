import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { useToasts } from "#ui/toaster.tsx";
import type { Release } from "./release.ts";
import { useReleased } from "./use-released.ts";

/** In one step: the release that was left can be gone back to in the same way. */
export function RollBackButton({ release }: { release: Release }) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const released = useReleased();
  const rollBack = useMutation(
    trpc.release.rollback.mutationOptions({
      onSuccess: async ({ number }) => {
        toasts.show({ text: `Visitors get release ${number} again.` });
        await released();
      },
    }),
  );
  return (
    <Button
      size="small"
      aria-label={`Make live: release ${release.number}`}
      disabled={rollBack.isPending}
      onClick={() => rollBack.mutate({ releaseId: release.id })}
    >
      Make live
    </Button>
  );
}
