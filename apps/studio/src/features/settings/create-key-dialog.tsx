import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";
import { Dialog } from "#ui/dialog.tsx";
import { ShownOnceDialog } from "#ui/shown-once-dialog.tsx";
import { type KeyDraft, KeyForm } from "./key-form.tsx";
import { KEY_RIGHTS } from "./key-rights.ts";

export function CreateKeyDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const create = useMutation(
    trpc.apiKey.create.mutationOptions({
      meta: { inline: true },
      gcTime: 0,
      onSuccess: () => queryClient.invalidateQueries(trpc.apiKey.list.pathFilter()),
    }),
  );
  if (create.data) {
    return <ShownOnceDialog title="Copy your key now" secret={create.data.key} onClose={onClose} />;
  }
  const submit = ({ name, right, twinIds, expires }: KeyDraft) => {
    const { scopes } = KEY_RIGHTS[right];
    create.mutate({
      name,
      kind: "secret",
      ...(scopes && { scopes: [...scopes] }),
      ...(twinIds.length > 0 && { twinIds }),
      ...(expires && { expiresAt: new Date(`${expires}T23:59:59`).toISOString() }),
    });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="New secret key"
      description="For a server of yours: keep it there, and out of pages and apps."
    >
      <KeyForm
        error={create.error}
        isSaving={create.isPending}
        onSubmit={submit}
        onClose={onClose}
      />
    </Dialog>
  );
}
