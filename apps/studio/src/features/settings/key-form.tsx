import { type FormEvent, useState } from "react";
import { Button } from "#ui/button.tsx";
import { DialogActions } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Input } from "#ui/input.tsx";
import { Select } from "#ui/select.tsx";
import { KEY_RIGHT_NAMES, KEY_RIGHTS, type KeyRight } from "./key-rights.ts";
import { KeyTwinsField } from "./key-twins-field.tsx";

export interface KeyDraft {
  name: string;
  right: KeyRight;
  twinIds: string[];
  /** As a date field has it; empty: it does not end. */
  expires: string;
}

export function KeyForm({
  error,
  isSaving,
  onSubmit,
  onClose,
}: {
  error: unknown;
  isSaving: boolean;
  onSubmit: (draft: KeyDraft) => void;
  onClose: () => void;
}) {
  const [draft, setDraft] = useState<KeyDraft>({
    name: "",
    right: "all",
    twinIds: [],
    expires: "",
  });
  const change = (fields: Partial<KeyDraft>) => setDraft({ ...draft, ...fields });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(draft);
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <FormFailure error={error} />
      <Field
        label="Name"
        hint="Where it will be used, so that you know what stops when you revoke it."
      >
        {(ids) => (
          <Input
            {...ids}
            autoFocus
            required
            maxLength={80}
            placeholder="Support bot, production"
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label="It may">
        {(ids) => (
          <Select
            {...ids}
            className="w-full"
            value={draft.right}
            onChange={(event) => change({ right: event.target.value as KeyRight })}
          >
            {KEY_RIGHT_NAMES.map((name) => (
              <option key={name} value={name}>
                {KEY_RIGHTS[name].label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <KeyTwinsField twinIds={draft.twinIds} onChange={(twinIds) => change({ twinIds })} />
      <Field label="Ends on" optional>
        {(ids) => (
          <Input
            {...ids}
            type="date"
            value={draft.expires}
            onChange={(event) => change({ expires: event.target.value })}
          />
        )}
      </Field>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" disabled={isSaving}>
          {isSaving ? "Creating…" : "Create key"}
        </Button>
      </DialogActions>
    </form>
  );
}
