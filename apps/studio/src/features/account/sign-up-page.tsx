import { Link, useSearch } from "@tanstack/react-router";
import { type FormEvent, useRef, useState } from "react";
import { signUp } from "#lib/account.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Input } from "#ui/input.tsx";
import { AuthPage } from "./auth-page.tsx";
import { PasswordField, PasswordRule } from "./password-field.tsx";
import { findPasswordFault } from "./password-rules.ts";
import { useEnter } from "./use-enter.ts";

export function SignUpPage() {
  usePageTitle("Create an account");
  const { next } = useSearch({ from: "/sign-up" });
  const passwordRef = useRef<HTMLInputElement>(null);
  const [input, setInput] = useState({ name: "", email: "", password: "" });
  const [fault, setFault] = useState<string>();
  const enter = useEnter(signUp, next);
  const type = (field: keyof typeof input) => (event: { target: { value: string } }) => {
    setInput({ ...input, [field]: event.target.value });
    setFault(undefined);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = findPasswordFault(input.password);
    setFault(found);
    if (found) passwordRef.current?.focus();
    else enter.mutate(input);
  };
  return (
    <AuthPage
      title="Create your account"
      detail="An assistant that answers in your voice, only from what you teach it. Everything stays on this server."
      footer={
        <>
          Already have an account?{" "}
          <Link to="/sign-in" search={{ next }} className="font-medium text-accent-text underline">
            Sign in
          </Link>
        </>
      }
    >
      <form onSubmit={submit} className="grid gap-4">
        <FormFailure error={enter.error} />
        <Field label="Your name">
          {(ids) => (
            <Input
              {...ids}
              name="name"
              autoComplete="name"
              autoFocus
              required
              maxLength={120}
              value={input.name}
              onChange={type("name")}
            />
          )}
        </Field>
        <Field label="E-mail">
          {(ids) => (
            <Input
              {...ids}
              type="email"
              name="email"
              autoComplete="username"
              required
              value={input.email}
              onChange={type("email")}
            />
          )}
        </Field>
        <PasswordField
          ref={passwordRef}
          name="password"
          autoComplete="new-password"
          error={fault}
          hint={<PasswordRule password={input.password} />}
          value={input.password}
          onChange={type("password")}
        />
        <Button type="submit" variant="primary" disabled={enter.isPending}>
          {enter.isPending ? "Creating…" : "Create account"}
        </Button>
      </form>
    </AuthPage>
  );
}
