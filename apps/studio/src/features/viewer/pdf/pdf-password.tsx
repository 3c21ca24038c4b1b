import { useState } from "react";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { Input } from "#ui/input.tsx";

/** The server forgets a file's password once it has read the text; the pages ask for it again. */
export function PdfPassword({
  wasRefused,
  onGive,
}: {
  wasRefused: boolean;
  onGive: (password: string) => void;
}) {
  const [password, setPassword] = useState("");
  return (
    <form
      className="grid max-w-sm justify-items-start gap-3 p-6"
      onSubmit={(event) => {
        event.preventDefault();
        onGive(password);
      }}
    >
      <Field
        label="Password of the file"
        hint="The pages are drawn in this browser; the password is not sent or kept."
        error={wasRefused ? "This password does not open the file." : undefined}
      >
        {(ids) => (
          <Input
            {...ids}
            type="password"
            autoComplete="off"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary">
        Show the pages
      </Button>
    </form>
  );
}
