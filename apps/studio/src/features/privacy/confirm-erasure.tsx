import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Input } from "#ui/input.tsx";
import { type Consequences, WhatGoes } from "./what-goes.tsx";

/** Nothing is erased by a slip: its name, or a word, has to be typed. */
export function ConfirmErasure({
  title,
  consequences,
  typed,
  action = "Erase for good",
  mutation,
  onConfirm,
  onClose,
  children,
}: {
  title: string;
  consequences: Consequences;
  /** What has to be typed. */
  typed: string;
  action?: string;
  mutation: { isPending: boolean; error: unknown };
  onConfirm: (confirm: string) => void;
  onClose: () => void;
  children?: ReactNode;
}) {
  const [confirm, setConfirm] = useState("");
  const isConfirmed = confirm.trim() === typed.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isConfirmed) onConfirm(confirm.trim());
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description="This cannot be undone. You get a signed receipt of it."
    >
      <form onSubmit={submit} className="grid gap-4">
        <WhatGoes {...consequences} />
        {children}
        <FormFailure error={mutation.error} />
        <Field label={`Type “${typed}” to go on`}>
          {(ids) => (
            <Input
              {...ids}
              autoComplete="off"
              value={confirm}
              onChange={(event) => setConfirm(event.target.value)}
            />
          )}
        </Field>
        <DialogActions>
          <Button onClick={onClose}>Keep it</Button>
          <Button type="submit" variant="danger" disabled={!isConfirmed || mutation.isPending}>
            {mutation.isPending ? "Asking…" : action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
