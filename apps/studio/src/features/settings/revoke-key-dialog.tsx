import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ApiKey } from "@understudy/core/api-key/contract";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { FormFailure } from "#ui/form-failure.tsx";

export function RevokeKeyDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const revoke = useMutation(
    trpc.apiKey.revoke.mutationOptions({
      meta: { inline: true },
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.apiKey.list.pathFilter());
        onClose();
      },
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Revoke “${apiKey.name}”?`}
      description="Whatever uses it is refused from now on. This can't be undone; make a new key instead."
    >
      <FormFailure error={revoke.error} />
      <DialogActions>
        <Button onClick={onClose}>Keep it</Button>
        <Button
          variant="danger"
          disabled={revoke.isPending}
          onClick={() => revoke.mutate({ apiKeyId: apiKey.id })}
        >
          Revoke key
        </Button>
      </DialogActions>
    </Dialog>
  );
}
