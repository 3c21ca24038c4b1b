import { useMutation } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { EMPTY_DRAFT, readDraft } from "./answer-draft.ts";
import { AnswerForm } from "./answer-form.tsx";
import { useVerifiedChanged } from "./use-verified-changed.ts";

export function NewAnswerDialog({ twinId, onClose }: { twinId: string; onClose: () => void }) {
  const trpc = useTRPC();
  const changed = useVerifiedChanged();
  const { question } = useSearch({ from: "/studio/twins/$twinId/verified" });
  const navigate = useNavigate({ from: "/twins/$twinId/verified" });
  const create = useMutation(
    trpc.verifiedAnswer.create.mutationOptions({
      meta: { inline: true },
      onSuccess: async (created) => {
        await changed(created);
        await navigate({ search: { answer: created.id } });
      },
    }),
  );
  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title="New verified answer"
      description="It answers from the next question on."
    >
      <AnswerForm
        draft={{ ...EMPTY_DRAFT, question: question ?? "" }}
        error={create.error}
        isSaving={create.isPending}
        action="Save"
        cancel={<Button onClick={onClose}>Cancel</Button>}
        onSave={(draft) => create.mutate({ twinId, ...readDraft(draft) })}
      />
    </Dialog>
  );
}
