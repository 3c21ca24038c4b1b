import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { signIn, signUpQuery } from "#lib/account.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { AuthPage } from "./auth-page.tsx";
import { EmailField } from "./email-field.tsx";
import { PasswordField } from "./password-field.tsx";
import { useEnter } from "./use-enter.ts";

export function SignInPage() {
  usePageTitle("Sign in");
  const { next } = useSearch({ from: "/sign-in" });
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const enter = useEnter(signIn, next);
  const { data: signUp } = useQuery(signUpQuery);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate({ email, password });
  };
  return (
    <AuthPage
      title="Sign in"
      detail={
        next
          ? "You are signed out. Sign in, and you are back where you were."
          : "Welcome back. Your twins kept their place."
      }
      footer={
        signUp?.isOpen === false ? (
          "First time here? Accounts are made by invitation: ask whoever runs this instance for one."
        ) : (
          <>
            First time here?{" "}
            <Link
              to="/sign-up"
              search={{ next }}
              className="font-medium text-accent-text underline"
            >
              Create an account
            </Link>
          </>
        )
      }
    >
      <form onSubmit={submit} className="grid gap-4">
        <FormFailure error={enter.error} />
        <EmailField email={email} onChange={setEmail} />
        <PasswordField
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Button type="submit" variant="primary" disabled={enter.isPending}>
          {enter.isPending ? "Signing in…" : "Sign in"}
        </Button>
        <Link to="/forgot-password" className="w-fit text-sm text-muted underline">
          Forgotten your password?
        </Link>
      </form>
    </AuthPage>
  );
}
