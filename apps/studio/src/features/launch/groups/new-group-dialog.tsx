import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Input } from "#ui/input.tsx";
import { useGroupsChanged } from "./use-groups.ts";

export function NewGroupDialog({
  twinId,
  onClose,
  onMade,
}: {
  twinId: string;
  onClose: () => void;
  onMade: (groupId: string) => void;
}) {
  const trpc = useTRPC();
  const changed = useGroupsChanged();
  const [name, setName] = useState("");
  const create = useMutation(
    trpc.accessGroup.create.mutationOptions({
      meta: { inline: true },
      onSuccess: async ({ id }) => {
        await changed();
        onClose();
        onMade(id);
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ twinId, name });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="New access group"
      description="Nobody is in it, and nothing is for it alone, until you say so."
    >
      <form onSubmit={submit} className="grid gap-4">
        <FormFailure error={create.error} />
        <Field label="Name" hint="For you; visitors don't see it.">
          {(ids) => (
            <Input
              {...ids}
              autoFocus
              required
              maxLength={80}
              placeholder="Members"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={create.isPending}>
            Make group
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
