import { useMutation } from "@tanstack/react-query";
import type { Source } from "@understudy/core/source/contract";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Input } from "#ui/input.tsx";
import { useKeepSource } from "./use-keep-source.ts";

export function PasswordDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const trpc = useTRPC();
  const keep = useKeepSource();
  const [password, setPassword] = useState("");
  const retry = useMutation(
    trpc.source.retry.mutationOptions({
      meta: { inline: true },
      onSuccess: (changed) => {
        keep({ sourceId: changed.id, source: changed });
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    retry.mutate({ sourceId: source.id, password });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="This file has a password"
      description={`It is used to read “${source.title}” and kept encrypted until then.`}
    >
      <form onSubmit={submit} className="grid gap-4">
        <FormFailure error={retry.error} />
        <Field label="Password of the file">
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
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={retry.isPending}>
            Read the file
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
