import { Field } from "#ui/field.tsx";
import { Input } from "#ui/input.tsx";
import { Textarea } from "#ui/textarea.tsx";
import type { CharacterDraft } from "./use-character-draft.ts";

type TextFieldName = {
  [Name in keyof CharacterDraft["draft"]]: CharacterDraft["draft"][Name] extends string
    ? Name
    : never;
}[keyof CharacterDraft["draft"]];

/** One text field of the character; `rows` makes it a box that grows. */
export function TextField({
  form,
  name,
  label,
  hint,
  maxLength,
  placeholder,
  rows,
  required,
}: {
  form: CharacterDraft;
  name: TextFieldName;
  label: string;
  hint?: string;
  maxLength: number;
  placeholder?: string;
  rows?: number;
  required?: boolean;
}) {
  const control = {
    name,
    maxLength,
    placeholder,
    required,
    autoComplete: "off",
    value: form.draft[name],
    onChange: (event: { target: { value: string } }) => form.change({ [name]: event.target.value }),
  };
  return (
    <Field label={label} hint={hint}>
      {(ids) =>
        rows ? <Textarea {...ids} {...control} rows={rows} /> : <Input {...ids} {...control} />
      }
    </Field>
  );
}
