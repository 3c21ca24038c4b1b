import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { draftOfGiven, EMPTY_DRAFT, readDraft } from "./answer-draft.ts";
import { AnswerForm } from "./answer-form.tsx";
import { useVerifiedChanged } from "./use-verified-changed.ts";

export function NewAnswerDialog({ twinId, onClose }: { twinId: string; onClose: () => void }) {
  const trpc = useTRPC();
  const changed = useVerifiedChanged();
  const { question = "", message: messageId } = useSearch({
    from: "/studio/twins/$twinId/verified",
  });
  const given = useQuery(
    trpc.conversation.trace.queryOptions(
      { messageId: messageId ?? "" },
      { enabled: messageId !== undefined },
    ),
  );
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
      {messageId && given.isPending ? (
        <Skeleton className="h-40 w-full" />
      ) : (
        <AnswerForm
          draft={given.data ? draftOfGiven(given.data) : { ...EMPTY_DRAFT, question }}
          error={create.error ?? given.error}
          isSaving={create.isPending}
          action="Save"
          cancel={<Button onClick={onClose}>Cancel</Button>}
          onSave={(draft) => create.mutate({ twinId, ...readDraft(draft) })}
        />
      )}
    </Dialog>
  );
}
