import { useMutation } from "@tanstack/react-query";
import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { resetPassword } from "#lib/account.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { useToasts } from "#ui/toaster.tsx";
import { AuthPage } from "./auth-page.tsx";
import { PasswordField, PasswordRule } from "./password-field.tsx";
import { findPasswordFault } from "./password-rules.ts";

/** Where a mailed link leads; its token stands in the fragment. */
export function ResetPasswordPage() {
  usePageTitle("New password");
  const token = useLocation({ select: ({ hash }) => hash });
  const navigate = useNavigate();
  const toasts = useToasts();
  const [newPassword, setNewPassword] = useState("");
  const [fault, setFault] = useState<string>();
  const reset = useMutation({
    mutationFn: resetPassword,
    meta: { inline: true },
    onSuccess: async () => {
      toasts.show({ text: "Your password is changed, and you are signed out everywhere." });
      await navigate({ to: "/sign-in", replace: true });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = findPasswordFault(newPassword);
    setFault(found);
    if (!found) reset.mutate({ newPassword, token });
  };
  return (
    <AuthPage
      title="New password"
      detail="Choose it, and sign in with it. Every session there is ends."
      footer={
        <Link to="/forgot-password" className="font-medium text-accent-text underline">
          Send another link
        </Link>
      }
    >
      <form onSubmit={submit} className="grid gap-4">
        <FormFailure error={reset.error} />
        <PasswordField
          label="New password"
          name="new-password"
          autoComplete="new-password"
          autoFocus
          error={fault}
          hint={<PasswordRule password={newPassword} />}
          value={newPassword}
          onChange={(event) => {
            setNewPassword(event.target.value);
            setFault(undefined);
          }}
        />
        <Button type="submit" variant="primary" disabled={reset.isPending}>
          {reset.isPending ? "Changing…" : "Set the password"}
        </Button>
      </form>
    </AuthPage>
  );
}
