import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Twin } from "@understudy/core/twin/contract";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Input } from "#ui/input.tsx";

export function RenameTwinDialog({ twin, onClose }: { twin: Twin; onClose: () => void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [name, setName] = useState(twin.name);
  const rename = useMutation(
    trpc.twin.update.mutationOptions({
      meta: { inline: true },
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.twin.pathFilter());
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate({ twinId: twin.id, name });
  };
  return (
    <Dialog open onOpenChange={onClose} title="Rename twin">
      <form onSubmit={submit} className="grid gap-4">
        <FormFailure error={rename.error} />
        <Field label="Name">
          {(ids) => (
            <Input
              {...ids}
              required
              maxLength={80}
              value={name}
              onChange={(event) => setName(event.target.value)}
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
