import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { changePassword } from "#lib/account.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { useToasts } from "#ui/toaster.tsx";
import { PasswordField, PasswordRule } from "./password-field.tsx";
import { findPasswordFault } from "./password-rules.ts";

const EMPTY = { currentPassword: "", newPassword: "" };

export function ChangePasswordForm({ email }: { email: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const [input, setInput] = useState(EMPTY);
  const [fault, setFault] = useState<string>();
  const change = useMutation({
    mutationFn: changePassword,
    meta: { inline: true },
    onSuccess: () => {
      setInput(EMPTY);
      toasts.show({ text: "Your password is changed." });
      return queryClient.invalidateQueries(trpc.account.listSessions.pathFilter());
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = findPasswordFault(input.newPassword);
    setFault(found);
    if (!found) change.mutate(input);
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <FormFailure error={change.error} />
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <PasswordField
        label="Current password"
        autoComplete="current-password"
        value={input.currentPassword}
        onChange={(event) => setInput({ ...input, currentPassword: event.target.value })}
      />
      <PasswordField
        label="New password"
        autoComplete="new-password"
        error={fault}
        hint={<PasswordRule password={input.newPassword} />}
        value={input.newPassword}
        onChange={(event) => {
          setInput({ ...input, newPassword: event.target.value });
          setFault(undefined);
        }}
      />
      <Button type="submit" variant="primary" className="w-fit" disabled={change.isPending}>
        {change.isPending ? "Changing…" : "Change password"}
      </Button>
    </form>
  );
}
