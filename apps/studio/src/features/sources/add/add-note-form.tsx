import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent, ReactNode } from "react";
import { type Outputs, useTRPC } from "#lib/trpc.ts";
import { useKeptDraft } from "#lib/use-kept-draft.ts";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Input } from "#ui/input.tsx";
import { Textarea } from "#ui/textarea.tsx";
import { KeptDraftNote } from "../kept-draft-note.tsx";

export function AddNoteForm({
  twinId,
  about = "",
  onAdded,
  actions,
}: {
  twinId: string;
  /** A title to begin with. */
  about?: string | undefined;
  onAdded: (source: Outputs["source"]["addText"]) => void;
  actions: (isPending: boolean) => ReactNode;
}) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { draft, isKept, change, forget } = useKeptDraft(["note", twinId, about], {
    title: about,
    text: "",
  });
  const add = useMutation(
    trpc.source.addText.mutationOptions({
      meta: { inline: true },
      onSuccess: (source) => {
        void queryClient.invalidateQueries(trpc.source.list.pathFilter());
        void queryClient.invalidateQueries(trpc.job.list.pathFilter());
        forget();
        onAdded(source);
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ twinId, ...draft });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <FormFailure error={add.error} />
      {isKept && <KeptDraftNote onStartOver={forget} />}
      <Field label="Title">
        {(ids) => (
          <Input
            {...ids}
            autoFocus
            required
            maxLength={300}
            placeholder="How I prepare a negotiation"
            value={draft.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label="Text" hint="Markdown is understood: headings, lists, tables.">
        {(ids) => (
          <Textarea
            {...ids}
            rows={8}
            required
            maxLength={500_000}
            value={draft.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </Field>
      {actions(add.isPending)}
    </form>
  );
}
