import { useMutation } from "@tanstack/react-query";
import type { Member } from "@understudy/core/member/contract";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { useReadPeopleAgain } from "./use-people.ts";

export function RemoveMemberDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const trpc = useTRPC();
  const readAgain = useReadPeopleAgain();
  const remove = useMutation(
    trpc.member.remove.mutationOptions({
      meta: { inline: true },
      onSuccess: async () => {
        await readAgain();
        onClose();
      },
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Remove ${member.name}?`}
      description="They are out at once, and so are the invitations they gave. What they taught stays. You can invite them again."
    >
      <FormFailure error={remove.error} />
      <DialogActions>
        <Button onClick={onClose}>Keep</Button>
        <Button
          variant="danger"
          disabled={remove.isPending}
          onClick={() => remove.mutate({ memberId: member.id })}
        >
          Remove
        </Button>
      </DialogActions>
    </Dialog>
  );
}
