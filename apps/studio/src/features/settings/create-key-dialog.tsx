import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { OneFieldDialog } from "#ui/one-field-dialog.tsx";

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
  if (create.data) return <CreatedKey secret={create.data.key} onClose={onClose} />;
  return (
    <OneFieldDialog
      title="New secret key"
      description="It can do in this workspace what an admin can, except make keys. Keep it on a server."
      label="Name"
      hint="Where it will be used, so that you know what stops when you revoke it."
      action="Create key"
      working="Creating…"
      mutation={create}
      input={{ maxLength: 80, placeholder: "Support bot, production" }}
      onSubmit={(name) => create.mutate({ name, kind: "secret" })}
      onClose={onClose}
    />
  );
}

function CreatedKey({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Copy your key now"
      description="It is shown this once; only its fingerprint is kept."
    >
      <div className="grid gap-3">
        <code className="rounded-md bg-sunken px-3 py-2 font-mono text-sm break-all select-all">
          {secret}
        </code>
        <DialogActions>
          <CopyButton text={secret} label="Copy key" size="medium" />
          <Button variant="primary" onClick={onClose}>
            I have kept it
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
