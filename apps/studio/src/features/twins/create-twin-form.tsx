import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Twin } from "@understudy/core/twin/contract";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Input } from "#ui/input.tsx";
import { Textarea } from "#ui/textarea.tsx";

export function CreateTwinForm({
  onCreated,
  actions,
}: {
  onCreated: (twin: Twin) => void;
  actions: (isPending: boolean) => ReactNode;
}) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [name, setName] = useState("");
  const [purpose, setPurpose] = useState("");
  const create = useMutation(
    trpc.twin.create.mutationOptions({
      meta: { inline: true },
      onSuccess: (twin) => {
        queryClient.setQueryData(trpc.twin.get.queryKey({ twinId: twin.id }), twin);
        void queryClient.invalidateQueries(trpc.twin.list.pathFilter());
        onCreated(twin);
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ name, purpose });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <FormFailure error={create.error} />
      <Field label="Name" hint="Whose voice it is, as visitors will read it.">
        {(ids) => (
          <Input
            {...ids}
            autoFocus
            required
            maxLength={80}
            placeholder="Nora Lindqvist"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label="What it is for" optional>
        {(ids) => (
          <Textarea
            {...ids}
            maxLength={2_000}
            placeholder="Answers questions about my negotiation course for people who take it."
            value={purpose}
            onChange={(event) => setPurpose(event.target.value)}
          />
        )}
      </Field>
      {actions(create.isPending)}
    </form>
  );
}
