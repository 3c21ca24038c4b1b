import { useMutation, useQuery } from "@tanstack/react-query";
import type { Source } from "@understudy/core/source/contract";
import { type FormEvent, useState } from "react";
import { chunkingProblem } from "#features/index/chunking-choices.ts";
import { ChunkingFields } from "#features/index/chunking-fields.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { useKeepSource } from "./use-keep-source.ts";

/** How one source is cut into passages, where the twin's way does not suit it. */
export function SourceSettingsDialog({ source, onClose }: { source: Source; onClose: () => void }) {
  const trpc = useTRPC();
  const keep = useKeepSource();
  const { data: index } = useQuery(trpc.knowledge.index.queryOptions({ twinId: source.twinId }));
  const [own, setOwn] = useState(source.chunking);
  const save = useMutation(
    trpc.source.updateSettings.mutationOptions({
      meta: { inline: true },
      onSuccess: (changed) => {
        keep({ sourceId: changed.id, source: changed });
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ sourceId: source.id, chunking: own });
  };
  const ofTwin = index?.live.chunking;
  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title="How it is cut into passages"
      description="It is cut anew in the background from the text that was read; the old passages answer until then. Corrections look for their passages again."
    >
      <form onSubmit={submit} className="grid gap-4">
        <FormFailure error={save.error} />
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={own === null}
            disabled={!ofTwin}
            onChange={(event) => setOwn(event.target.checked ? null : (ofTwin ?? null))}
          />
          As the rest of the twin
          {ofTwin && <span className="text-sm text-muted">({ofTwin.targetWords} words)</span>}
        </label>
        {own && <ChunkingFields value={own} onChange={setOwn} />}
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            variant="primary"
            disabled={save.isPending || (own !== null && chunkingProblem(own) !== undefined)}
          >
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
