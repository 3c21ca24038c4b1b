import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Input } from "#ui/input.tsx";
import { Textarea } from "#ui/textarea.tsx";
import type { AnswerDraft } from "./answer-draft.ts";

/** What is asked, how else, what is answered, and until when it stands. */
export function AnswerForm({
  draft: before,
  error,
  isSaving,
  action,
  cancel,
  onSave,
}: {
  draft: AnswerDraft;
  error: unknown;
  isSaving: boolean;
  action: string;
  cancel?: ReactNode;
  onSave: (draft: AnswerDraft) => void;
}) {
  const [draft, setDraft] = useState(before);
  const isNew = before.answer === "";
  const bind = (name: keyof AnswerDraft) => ({
    value: draft[name],
    onChange: (event: { target: { value: string } }) =>
      setDraft({ ...draft, [name]: event.target.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(draft);
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <FormFailure error={error} />
      <Field label="Question">
        {(ids) => (
          <Input
            {...ids}
            {...bind("question")}
            autoFocus={isNew && !before.question}
            required
            maxLength={500}
          />
        )}
      </Field>
      <Field
        label="Other ways to ask it"
        optional
        hint="One per line. The more there are, the more questions are understood as this one."
      >
        {(ids) => <Textarea {...ids} {...bind("phrasings")} rows={3} />}
      </Field>
      <Field label="Answer" hint="Given word for word; Markdown is shown as such.">
        {(ids) => (
          <Textarea
            {...ids}
            {...bind("answer")}
            autoFocus={isNew && before.question !== ""}
            rows={5}
            required
            maxLength={10_000}
          />
        )}
      </Field>
      <Field label="Review by" optional hint="The list tells you when this day has come.">
        {(ids) => <Input {...ids} {...bind("reviewDay")} type="date" className="w-44" />}
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
