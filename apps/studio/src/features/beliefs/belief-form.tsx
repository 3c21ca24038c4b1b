import { MAX_SCOPE_CHARACTERS, MAX_STATEMENT_CHARACTERS } from "@understudy/core/belief/contract";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Input } from "#ui/input.tsx";
import { Textarea } from "#ui/textarea.tsx";

export interface BeliefDraft {
  statement: string;
  scope: string;
}

export function BeliefForm({
  draft: before,
  error,
  isSaving,
  action,
  cancel,
  onSave,
}: {
  draft: BeliefDraft;
  error: unknown;
  isSaving: boolean;
  action: string;
  cancel: ReactNode;
  onSave: (draft: { statement: string; scope: string | null }) => void;
}) {
  const [{ statement, scope }, setDraft] = useState(before);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave({ statement, scope: scope.trim() || null });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <FormFailure error={error} />
      <Field label="What you hold" hint="A sentence or two, as you would say it. It may be quoted.">
        {(ids) => (
          <Textarea
            {...ids}
            autoFocus={before.statement === ""}
            required
            rows={3}
            maxLength={MAX_STATEMENT_CHARACTERS}
            value={statement}
            onChange={(event) => setDraft({ statement: event.target.value, scope })}
          />
        )}
      </Field>
      <Field
        label="When it applies"
        optional
        hint="A topic or a situation, such as “first sessions”. It is found by these words as well, and cited under them."
      >
        {(ids) => (
          <Input
            {...ids}
            maxLength={MAX_SCOPE_CHARACTERS}
            value={scope}
            onChange={(event) => setDraft({ statement, scope: event.target.value })}
          />
        )}
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        {cancel}
        <Button type="submit" variant="primary" disabled={isSaving}>
          {isSaving ? "Saving…" : action}
        </Button>
      </div>
    </form>
  );
}
