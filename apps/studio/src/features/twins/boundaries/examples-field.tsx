import { Field } from "#ui/field.tsx";
import { Textarea } from "#ui/textarea.tsx";

const LONGEST = 6_000;

/** One example a line. */
export function ExamplesField({
  label,
  examples,
  required = false,
  onChange,
}: {
  label: string;
  examples: readonly string[];
  required?: boolean;
  onChange: (examples: string[]) => void;
}) {
  return (
    <Field
      label={label}
      hint="One per line. A word or two that only this topic has counts wherever it is said; a question counts for others like it."
    >
      {(ids) => (
        <Textarea
          {...ids}
          rows={2}
          maxLength={LONGEST}
          required={required}
          placeholder={"stock tips\nWhich shares should I buy?"}
          value={examples.join("\n")}
          onChange={(event) => onChange(event.target.value.split("\n"))}
        />
      )}
    </Field>
  );
}
