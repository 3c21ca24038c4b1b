import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Input } from "#ui/input.tsx";
import { OriginsField, readOrigins } from "./origins-field.tsx";

export function NewWidgetDialog({ twinId, onClose }: { twinId: string; onClose: () => void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = useNavigate({ from: "/twins/$twinId/launch/widget" });
  const [name, setName] = useState("Website");
  const [origins, setOrigins] = useState("");
  const create = useMutation(
    trpc.widget.create.mutationOptions({
      meta: { inline: true },
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries(trpc.widget.list.pathFilter());
        await navigate({ search: { widget: id } });
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ twinId, name, allowedDomains: readOrigins(origins) });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="New widget"
      description="Its key and the line to paste are made with it."
    >
      <form onSubmit={submit} className="grid gap-4">
        <FormFailure error={create.error} />
        <Field label="Name" hint="Where it will stand.">
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
        <OriginsField text={origins} onChange={setOrigins} />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={create.isPending}>
            {create.isPending ? "Making…" : "Make widget"}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
