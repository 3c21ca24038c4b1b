import { Field } from "#ui/field.tsx";
import { Textarea } from "#ui/textarea.tsx";

/** One origin a line; blanks between them are nothing. */
export function readOrigins(text: string): string[] {
  return text
    .split(/[\s,]+/)
    .map((entry) => entry.trim())
    .filter(Boolean);
}

export function OriginsField({
  text,
  error,
  onChange,
}: {
  text: string;
  error?: string;
  onChange: (text: string) => void;
}) {
  return (
    <Field
      label="Allowed domains"
      error={error}
      hint="One a line, exactly as in the browser's address bar. https://*.example.com means any one name before the dot. Without any, the widget answers nowhere."
    >
      {(ids) => (
        <Textarea
          {...ids}
          rows={3}
          spellCheck={false}
          className="font-mono text-sm"
          placeholder={"https://example.com\nhttps://www.example.com"}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
