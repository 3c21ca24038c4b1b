import { Field } from "#ui/field.tsx";
import { Input } from "#ui/input.tsx";

/** The address that an account goes by; password managers keep it as its name. */
export function EmailField({
  email,
  onChange,
}: {
  email: string;
  onChange: (email: string) => void;
}) {
  return (
    <Field label="E-mail">
      {(ids) => (
        <Input
          {...ids}
          type="email"
          name="email"
          autoComplete="username"
          autoFocus
          required
          value={email}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
