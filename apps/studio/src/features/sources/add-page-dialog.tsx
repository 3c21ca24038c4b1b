import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Input } from "#ui/input.tsx";
import { useToasts } from "#ui/toaster.tsx";

const MAX_CHARACTERS = 2_048;

/** A page of the web by its address; it is fetched by the server, in the background. */
export function AddPageDialog({
  twinId,
  address = "",
  onClose,
}: {
  twinId: string;
  address?: string;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const [url, setUrl] = useState(address);
  const add = useMutation(
    trpc.source.addUrl.mutationOptions({
      meta: { inline: true },
      onSuccess: ({ duplicateOf, title }) => {
        void queryClient.invalidateQueries(trpc.source.list.pathFilter());
        void queryClient.invalidateQueries(trpc.job.list.pathFilter());
        if (duplicateOf) toasts.show({ text: `This page is already here as “${title}”.` });
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ twinId, url });
  };
  return (
    <Dialog open onOpenChange={onClose} title="Add a page by its address">
      <form onSubmit={submit} className="grid gap-4">
        <FormFailure error={add.error} />
        <Field
          label="Address"
          hint="A public web page, PDF or Word file. It is fetched once; sync it again whenever it changes."
        >
          {(ids) => (
            <Input
              {...ids}
              autoFocus
              required
              inputMode="url"
              autoComplete="url"
              spellCheck={false}
              maxLength={MAX_CHARACTERS}
              placeholder="https://example.com/handbook"
              value={url}
              onChange={(event) => setUrl(event.target.value)}
            />
          )}
        </Field>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={add.isPending}>
            {add.isPending ? "Adding…" : "Add page"}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
