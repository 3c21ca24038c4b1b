import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { requestPasswordReset } from "#lib/account.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { AuthPage } from "./auth-page.tsx";
import { EmailField } from "./email-field.tsx";

/** Says the same whether or not there is an account. */
export function ForgotPasswordPage() {
  usePageTitle("Forgotten password");
  const [email, setEmail] = useState("");
  const request = useMutation({ mutationFn: requestPasswordReset, meta: { inline: true } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    request.mutate({ email });
  };
  return (
    <AuthPage
      title="Forgotten password"
      detail="Say who you are, and a link to a new password comes by mail."
      footer={
        <Link to="/sign-in" className="font-medium text-accent-text underline">
          Back to signing in
        </Link>
      }
    >
      {request.isSuccess ? (
        <p role="status" className="text-pretty">
          If there is an account for <b className="font-medium">{email}</b>, a mail is on its way.
          Its link works once, within an hour.
        </p>
      ) : (
        <form onSubmit={submit} className="grid gap-4">
          <FormFailure error={request.error} />
          <EmailField email={email} onChange={setEmail} />
          <Button type="submit" variant="primary" disabled={request.isPending}>
            {request.isPending ? "Sending…" : "Send the link"}
          </Button>
        </form>
      )}
    </AuthPage>
  );
}
