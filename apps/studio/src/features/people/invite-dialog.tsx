import { useMutation } from "@tanstack/react-query";
import type { RoleName } from "@understudy/core/member/contract";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Input } from "#ui/input.tsx";
import { InvitationLink } from "./invitation-link.tsx";
import { RoleSelect } from "./role-select.tsx";
import { ROLE_WORDS } from "./role-words.ts";
import { useReadPeopleAgain } from "./use-people.ts";

export function InviteDialog({ ownRole, onClose }: { ownRole: RoleName; onClose: () => void }) {
  const trpc = useTRPC();
  const readAgain = useReadPeopleAgain();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<RoleName>("editor");
  const create = useMutation(
    trpc.invitation.create.mutationOptions({
      meta: { inline: true },
      gcTime: 0,
      onSuccess: () => readAgain(),
    }),
  );
  if (create.data) return <InvitationLink invitation={create.data} onClose={onClose} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ email, role });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Invite someone"
      description="You get a link to send them. It works once, for this address only, within a week."
    >
      <form onSubmit={submit} className="grid gap-4">
        <FormFailure error={create.error} />
        <Field label="E-mail">
          {(ids) => (
            <Input
              {...ids}
              type="email"
              autoFocus
              required
              maxLength={254}
              placeholder="name@company.com"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          )}
        </Field>
        <Field label="Role" hint={ROLE_WORDS[role].does}>
          {(ids) => (
            <RoleSelect
              {...ids}
              className="w-full"
              givenBy={ownRole}
              value={role}
              onChoose={setRole}
            />
          )}
        </Field>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={create.isPending}>
            {create.isPending ? "Making the link…" : "Make the link"}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
