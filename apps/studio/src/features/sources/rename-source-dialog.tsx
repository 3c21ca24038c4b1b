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

export function RenameSourceDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const trpc = useTRPC();
  const keep = useKeepSource();
  const [title, setTitle] = useState(source.title);
  const rename = useMutation(
    trpc.source.rename.mutationOptions({
      meta: { inline: true },
      onSuccess: (changed) => {
        keep({ sourceId: changed.id, source: changed });
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate({ sourceId: source.id, title });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Rename source"
      description="Citations show this title, and its words help to find passages."
    >
      <form onSubmit={submit} className="grid gap-4">
        <FormFailure error={rename.error} />
        <Field label="Title">
          {(ids) => (
            <Input
              {...ids}
              required
              maxLength={300}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={rename.isPending}>
            Rename
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
