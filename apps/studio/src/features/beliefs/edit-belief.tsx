import { useMutation } from "@tanstack/react-query";
import type { Belief } from "@understudy/core/belief/contract";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { useToasts } from "#ui/toaster.tsx";
import { BeliefForm } from "./belief-form.tsx";
import { useBeliefsChanged } from "./use-beliefs-changed.ts";
import { useRemoveBelief } from "./use-remove-belief.ts";

/** Each save is a version; what somebody else saved meanwhile is never overwritten unseen. */
export function EditBelief({ belief, onRemoved }: { belief: Belief; onRemoved: () => void }) {
  const trpc = useTRPC();
  const changed = useBeliefsChanged();
  const toasts = useToasts();
  const remove = useRemoveBelief();
  const update = useMutation(
    trpc.belief.update.mutationOptions({
      meta: { inline: true },
      onSuccess: async (saved) => {
        toasts.show({ text: `Saved as version ${saved.version}.` });
        await changed(saved);
      },
    }),
  );
  const { id: beliefId, version, statement, scope } = belief;
  return (
    <BeliefForm
      draft={{ statement, scope: scope ?? "" }}
      error={update.error}
      isSaving={update.isPending}
      action="Save"
      cancel={
        <Button
          onClick={() => {
            remove(belief);
            onRemoved();
          }}
        >
          Remove
        </Button>
      }
      onSave={(draft) => update.mutate({ beliefId, version, ...draft })}
    />
  );
}
