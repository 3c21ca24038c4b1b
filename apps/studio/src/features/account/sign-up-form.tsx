import { type FormEvent, useRef, useState } from "react";
import { signUp } from "#lib/account.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Input } from "#ui/input.tsx";
import { PasswordField, PasswordRule } from "./password-field.tsx";
import { findPasswordFault } from "./password-rules.ts";
import { useEnter } from "./use-enter.ts";

/** Who is invited signs up under the address of the invitation. */
export function SignUpForm({
  action,
  next,
  invited,
}: {
  action: string;
  next?: string;
  invited?: { email: string; token: string };
}) {
  const passwordRef = useRef<HTMLInputElement>(null);
  const [input, setInput] = useState({ name: "", email: invited?.email ?? "", password: "" });
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
    else enter.mutate({ ...input, ...(invited && { invitationToken: invited.token }) });
  };
  return (
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
            readOnly={invited !== undefined}
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
        {enter.isPending ? "Creating…" : action}
      </Button>
    </form>
  );
}
