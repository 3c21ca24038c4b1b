import { type ComponentProps, type FormEvent, type ReactNode, useState } from "react";
import { Button } from "./button.tsx";
import { Dialog, DialogActions } from "./dialog.tsx";
import { Field } from "./field.tsx";
import { FormFailure } from "./form-failure.tsx";
import { Input } from "./input.tsx";

interface OneFieldDialogProps {
  title: string;
  description?: ReactNode;
  label: string;
  hint?: ReactNode;
  initial?: string;
  /** What the button says, and while it works. */
  action: string;
  working?: string;
  mutation: { error: unknown; isPending: boolean };
  input?: Omit<
    ComponentProps<typeof Input>,
    "autoFocus" | "onChange" | "onFocus" | "required" | "value"
  >;
  onSubmit: (value: string) => void;
  onClose: () => void;
}

/** Asks for one thing, and stays open with what went wrong until it is closed. */
export function OneFieldDialog({
  title,
  description,
  label,
  hint,
  initial = "",
  action,
  working = action,
  mutation: { error, isPending },
  input,
  onSubmit,
  onClose,
}: OneFieldDialogProps) {
  const [value, setValue] = useState(initial);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(value);
  };
  return (
    <Dialog open onOpenChange={onClose} title={title} description={description}>
      <form onSubmit={submit} className="grid gap-4">
        <FormFailure error={error} />
        <Field label={label} hint={hint}>
          {(ids) => (
            <Input
              {...ids}
              {...input}
              autoFocus
              required
              onFocus={(event) => event.target.select()}
              value={value}
              onChange={(event) => setValue(event.target.value)}
            />
          )}
        </Field>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={isPending}>
            {isPending ? working : action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
