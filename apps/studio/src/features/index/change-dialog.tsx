import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Input } from "#ui/input.tsx";
import { chunkingProblem } from "./chunking-choices.ts";
import { ChunkingFields } from "./chunking-fields.tsx";
import { type TwinIndex, useKeepIndex } from "./use-index.ts";

/** Begins a second index beside the one that answers. */
export function ChangeDialog({
  twinId,
  index: { live, configuredModel },
  model: wanted,
  onClose,
}: {
  twinId: string;
  index: TwinIndex;
  model?: string;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const keep = useKeepIndex(twinId);
  const [model, setModel] = useState(wanted ?? live.model ?? configuredModel ?? "");
  const [chunking, setChunking] = useState(live.chunking);
  const start = useMutation(
    trpc.knowledge.startReindex.mutationOptions({
      meta: { inline: true },
      onSuccess: (index) => {
        keep(index);
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start.mutate({ twinId, chunking, ...(model.trim() && { model }) });
  };
  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title="Change the index"
      description="A second index is made in the background. What answers now goes on answering until you have compared the two and switch."
    >
      <form onSubmit={submit} className="grid gap-4">
        <FormFailure error={start.error} />
        {(configuredModel || live.model) && (
          <Field
            label="Embedding model"
            hint="As your provider calls it. It is asked for one vector before anything begins."
          >
            {(ids) => (
              <Input
                {...ids}
                autoFocus
                required
                maxLength={200}
                spellCheck={false}
                autoComplete="off"
                value={model}
                onChange={(event) => setModel(event.target.value)}
              />
            )}
          </Field>
        )}
        <ChunkingFields value={chunking} onChange={setChunking} />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            variant="primary"
            disabled={start.isPending || chunkingProblem(chunking) !== undefined}
          >
            {start.isPending ? "Trying the model…" : "Begin"}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
