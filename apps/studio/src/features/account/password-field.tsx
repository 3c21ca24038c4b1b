import { Check, Circle, Eye, EyeOff } from "lucide-react";
import { type ComponentProps, type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { Input } from "#ui/input.tsx";
import { MIN_PASSWORD_CHARACTERS } from "./password-rules.ts";

export function PasswordField({
  label = "Password",
  hint,
  error,
  ...props
}: ComponentProps<"input"> & { label?: string; hint?: ReactNode; error?: string }) {
  const [isShown, setIsShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <span className="relative">
          <Input
            {...ids}
            {...props}
            type={isShown ? "text" : "password"}
            className="pr-9"
            required
          />
          <Button
            variant="ghost"
            size="small-icon"
            aria-label={isShown ? "Hide password" : "Show password"}
            className="absolute top-1/2 right-0.5 -translate-y-1/2"
            onClick={() => setIsShown(!isShown)}
          >
            {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          </Button>
        </span>
      )}
    </Field>
  );
}

/** The one rule, and whether it is met yet. */
export function PasswordRule({ password }: { password: string }) {
  const isMet = password.length >= MIN_PASSWORD_CHARACTERS;
  return (
    <span className={isMet ? "flex items-center gap-1.5 text-good" : "flex items-center gap-1.5"}>
      {isMet ? <Check aria-hidden className="size-4" /> : <Circle aria-hidden className="size-4" />}
      At least {MIN_PASSWORD_CHARACTERS} characters; a sentence works well
      <span className="sr-only">{isMet ? " (met)" : " (not met yet)"}</span>
    </span>
  );
}
