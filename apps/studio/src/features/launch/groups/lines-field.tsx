import { Field } from "#ui/field.tsx";
import { Textarea } from "#ui/textarea.tsx";

/** One entry a line. */
export function LinesField({
  label,
  hint,
  placeholder,
  lines,
  onChange,
}: {
  label: string;
  hint: string;
  placeholder: string;
  lines: readonly string[];
  onChange: (lines: string[]) => void;
}) {
  return (
    <Field label={label} hint={hint} optional>
      {(ids) => (
        <Textarea
          {...ids}
          rows={Math.min(8, Math.max(2, lines.length + 1))}
          spellCheck={false}
          placeholder={placeholder}
          value={lines.join("\n")}
          onChange={(event) => onChange(event.target.value.split("\n"))}
        />
      )}
    </Field>
  );
}

/** Without the lines that were left empty. */
export function filled(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}
