import { BadgeCheck } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Input } from "#ui/input.tsx";
import { useVerification } from "./use-verification.ts";

/** What a badge is for, and the first step to it. */
export function DomainForm({ twinId }: { twinId: string }) {
  const { start } = useVerification();
  const [domain, setDomain] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start.mutate({ twinId, domain });
  };
  return (
    <form onSubmit={submit} className="mx-auto grid w-full max-w-md gap-3 py-12">
      <span
        aria-hidden
        className="mx-auto grid size-10 place-items-center rounded-lg border border-line text-muted"
      >
        <BadgeCheck className="size-5" />
      </span>
      <h2 className="text-center text-lg font-semibold">Show whose twin this is</h2>
      <p className="text-center text-pretty text-muted">
        Anyone can give a twin any name. Prove that you control a domain, and visitors see a badge
        with it, on the public page, on share links and in the widget. It opens what was proven and
        when it was last checked.
      </p>
      <FormFailure error={start.error} />
      <Field label="Your domain" hint="Such as example.com. The address of your site will do.">
        {(ids) => (
          <Input
            {...ids}
            required
            autoCapitalize="none"
            autoComplete="off"
            inputMode="url"
            spellCheck={false}
            placeholder="example.com"
            value={domain}
            onChange={(event) => setDomain(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" disabled={start.isPending}>
        Start
      </Button>
      <p className="text-center text-sm text-faint">
        It takes access to the domain's DNS, or to the files of its site.
      </p>
    </form>
  );
}
