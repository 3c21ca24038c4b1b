import { useMutation, useQuery } from "@tanstack/react-query";
import type { Source } from "@understudy/core/source/contract";
import type { FormEvent } from "react";
import { fetchSourceFile } from "#lib/fetch-source-file.ts";
import { useTRPC } from "#lib/trpc.ts";
import { useKeptDraft } from "#lib/use-kept-draft.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Input } from "#ui/input.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { Textarea } from "#ui/textarea.tsx";
import { KeptDraftNote } from "./kept-draft-note.tsx";
import { useKeepSource } from "./use-keep-source.ts";

export function EditNoteDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const { data: text, error } = useQuery({
    queryKey: ["source-file", source.id, source.updatedAt],
    queryFn: () => fetchSourceFile(source.id),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title="Edit note"
      description="The old text answers until the new one is live."
    >
      <FormFailure error={error} />
      {text === undefined ? (
        !error && <Skeleton className="h-40" />
      ) : (
        <EditNoteForm source={source} text={text} onClose={onClose} />
      )}
    </Dialog>
  );
}

function EditNoteForm({
  source,
  text: before,
  onClose,
}: {
  source: Source;
  text: string;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const keep = useKeepSource();
  const saved = { title: source.title, text: before };
  const name = ["note", source.id, source.updatedAt];
  const { draft, isKept, change, forget } = useKeptDraft(name, saved);
  const edit = useMutation(
    trpc.source.editNote.mutationOptions({
      meta: { inline: true },
      onSuccess: (changed) => {
        forget();
        keep({ sourceId: changed.id, source: changed });
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    edit.mutate({ sourceId: source.id, ...draft });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <FormFailure error={edit.error} />
      {isKept && <KeptDraftNote onStartOver={forget} />}
      <Field label="Title">
        {(ids) => (
          <Input
            {...ids}
            required
            maxLength={300}
            value={draft.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label="Text">
        {(ids) => (
          <Textarea
            {...ids}
            autoFocus
            rows={10}
            required
            maxLength={500_000}
            value={draft.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </Field>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" disabled={edit.isPending}>
          {edit.isPending ? "Saving…" : "Save"}
        </Button>
      </DialogActions>
    </form>
  );
}
