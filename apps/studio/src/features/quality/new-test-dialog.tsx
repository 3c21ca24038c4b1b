import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { draftOfAnswer, EMPTY_TEST } from "./test-draft.ts";
import { TestForm } from "./test-form.tsx";
import { useQualityChanged } from "./use-quality-changed.ts";

/** By hand, or from an answer that the address names. */
export function NewTestDialog({ twinId, onClose }: { twinId: string; onClose: () => void }) {
  const trpc = useTRPC();
  const changed = useQualityChanged();
  const { message: messageId } = useSearch({ from: "/studio/twins/$twinId/tests" });
  const navigate = useNavigate({ from: "/twins/$twinId/tests" });
  const isFromAnswer = messageId !== undefined;
  const given = useQuery(
    trpc.conversation.trace.queryOptions({ messageId: messageId ?? "" }, { enabled: isFromAnswer }),
  );
  const create = useMutation(
    trpc.quality.createTest.mutationOptions({
      meta: { inline: true },
      onSuccess: async (created) => {
        await changed();
        await navigate({ search: { test: created.id } });
      },
    }),
  );
  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title={isFromAnswer ? "New test from an answer" : "New test"}
      description="It is asked at every run, before the twin is published, and when its content changes."
    >
      {isFromAnswer && given.isPending ? (
        <Skeleton className="h-40 w-full" />
      ) : (
        <TestForm
          twinId={twinId}
          draft={given.data ? draftOfAnswer(given.data) : EMPTY_TEST}
          error={create.error ?? given.error}
          isSaving={create.isPending}
          cancel={<Button onClick={onClose}>Cancel</Button>}
          onSave={(draft) =>
            create.mutate({ twinId, origin: isFromAnswer ? "conversation" : "hand", ...draft })
          }
        />
      )}
    </Dialog>
  );
}
