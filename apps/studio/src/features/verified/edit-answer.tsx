import { useMutation } from "@tanstack/react-query";
import type { VerifiedAnswer } from "@understudy/core/verified-answer/contract";
import { useTRPC } from "#lib/trpc.ts";
import { useToasts } from "#ui/toaster.tsx";
import { draftOf, readDraft } from "./answer-draft.ts";
import { AnswerForm } from "./answer-form.tsx";
import { RemoveAnswerButton } from "./remove-answer-button.tsx";
import { useVerifiedChanged } from "./use-verified-changed.ts";

/** Each save is a version; what somebody else saved meanwhile is never overwritten unseen. */
export function EditAnswer({
  answer,
  onRemoved,
}: {
  answer: VerifiedAnswer;
  onRemoved: () => void;
}) {
  const trpc = useTRPC();
  const changed = useVerifiedChanged();
  const toasts = useToasts();
  const update = useMutation(
    trpc.verifiedAnswer.update.mutationOptions({
      meta: { inline: true },
      onSuccess: async (saved) => {
        toasts.show({ text: `Saved as version ${saved.version}.` });
        await changed(saved);
      },
    }),
  );
  return (
    <AnswerForm
      draft={draftOf(answer)}
      error={update.error}
      isSaving={update.isPending}
      action="Save"
      cancel={<RemoveAnswerButton answer={answer} onRemoved={onRemoved} />}
      onSave={(draft) =>
        update.mutate({
          verifiedAnswerId: answer.id,
          version: answer.version,
          ...readDraft(draft),
        })
      }
    />
  );
}
