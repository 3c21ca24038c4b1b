import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Textarea } from "#ui/textarea.tsx";
import { AddExpectation } from "./add-expectation.tsx";
import { ExpectationEditor } from "./expectation-editor.tsx";
import { blankExpectation, isWhole, type TestDraft } from "./test-draft.ts";

/** A question, and what a good answer to it must show. */
export function TestForm({
  twinId,
  draft: before,
  error,
  isSaving,
  cancel,
  onSave,
}: {
  twinId: string;
  draft: TestDraft;
  error: unknown;
  isSaving: boolean;
  cancel: ReactNode;
  onSave: (draft: TestDraft) => void;
}) {
  const [question, setQuestion] = useState(before.question);
  const [expectations, setExpectations] = useState(before.expectations);
  const isReady = expectations.length > 0 && expectations.every(isWhole);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave({ question, expectations });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <FormFailure error={error} />
      <Field label="Question">
        {(ids) => (
          <Textarea
            {...ids}
            autoFocus={before.question === ""}
            rows={2}
            required
            maxLength={8_000}
            value={question}
            onChange={(event) => setQuestion(event.target.value)}
          />
        )}
      </Field>
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 text-sm font-medium">A good answer</legend>
        {expectations.length === 0 && (
          <p className="text-sm text-muted">
            Say what it must show. All of it has to hold for the test to pass.
          </p>
        )}
        {expectations.map((expectation, at) => (
          <ExpectationEditor
            // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name, and are never moved
            key={`${at}/${expectation.kind}`}
            twinId={twinId}
            question={question}
            expectation={expectation}
            onChange={(changed) => setExpectations(expectations.with(at, changed))}
            onRemove={() => setExpectations(expectations.toSpliced(at, 1))}
          />
        ))}
        <AddExpectation
          onAdd={(kind) => setExpectations([...expectations, blankExpectation(kind)])}
        />
      </fieldset>
      <div className="flex flex-wrap items-center justify-end gap-2">
        {cancel}
        <Button type="submit" variant="primary" disabled={isSaving || !isReady}>
          {isSaving ? "Saving…" : "Save test"}
        </Button>
      </div>
    </form>
  );
}
