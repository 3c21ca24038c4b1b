import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { BeliefForm } from "./belief-form.tsx";
import { useBeliefsChanged } from "./use-beliefs-changed.ts";

export function NewBeliefDialog({ twinId, onClose }: { twinId: string; onClose: () => void }) {
  const trpc = useTRPC();
  const changed = useBeliefsChanged();
  const navigate = useNavigate({ from: "/twins/$twinId/beliefs" });
  const create = useMutation(
    trpc.belief.create.mutationOptions({
      meta: { inline: true },
      onSuccess: async (created) => {
        await changed(created);
        await navigate({ search: { belief: created.id } });
      },
    }),
  );
  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title="New belief"
      description="It answers at once, and is cited as yours."
    >
      <BeliefForm
        draft={{ statement: "", scope: "" }}
        error={create.error}
        isSaving={create.isPending}
        action="Save"
        cancel={<Button onClick={onClose}>Cancel</Button>}
        onSave={(draft) => create.mutate({ twinId, ...draft })}
      />
    </Dialog>
  );
}
