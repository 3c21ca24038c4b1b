import { useMutation } from "@tanstack/react-query";
import { MAX_CORRECTION_CHARACTERS } from "@understudy/core/overlay/contract";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Textarea } from "#ui/textarea.tsx";
import { ImpactLine } from "./impact-line.tsx";
import type { Overlay } from "./overlay.ts";
import { useReloadCorrections } from "./use-correct.ts";

export interface Corrected {
  /** Null: its passage was not found again. */
  chunkId: string | null;
  /** The source's own words. */
  original: string;
  /** The words that answer now. */
  text: string;
}

/** Other words for a passage, written beside the source's own. */
export function CorrectDialog({
  passage,
  overlay,
  onSaved,
  onClose,
}: {
  passage: Corrected;
  /** The correction that there is already. */
  overlay?: Overlay;
  /** Before it closes. */
  onSaved?: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog
      open
      broad
      onOpenChange={onClose}
      title="Correct this passage"
      description="Your words answer from the next question on, also after the source is fetched again. The source itself stays as it is."
    >
      <CorrectForm passage={passage} overlay={overlay} onSaved={onSaved} onClose={onClose} />
    </Dialog>
  );
}

function CorrectForm({
  passage: { chunkId, original, text: before },
  overlay,
  onSaved,
  onClose,
}: {
  passage: Corrected;
  overlay: Overlay | undefined;
  onSaved: (() => void) | undefined;
  onClose: () => void;
}) {
  const [text, setText] = useState(before);
  const { save, error, isPending } = useSaveText(() => {
    onSaved?.();
    onClose();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save({ chunkId, overlay, text });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <FormFailure error={error} />
      <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
        <section aria-label="The source's own words" className="grid content-start gap-1.5">
          <h3 className="text-sm font-medium">The source says</h3>
          <p
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
            tabIndex={0}
            className="max-h-[50vh] overflow-y-auto rounded-md bg-sunken p-3 break-words whitespace-pre-wrap text-muted max-md:max-h-[22vh]"
          >
            {original}
          </p>
        </section>
        <div>
          <Field label="Your words instead">
            {(ids) => (
              <Textarea
                {...ids}
                autoFocus
                required
                rows={8}
                maxLength={MAX_CORRECTION_CHARACTERS}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
        </div>
      </div>
      {chunkId && <ImpactLine chunkId={chunkId} />}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" disabled={isPending || text.trim() === ""}>
          {isPending ? "Saving…" : "Save correction"}
        </Button>
      </DialogActions>
    </form>
  );
}

interface Edit {
  chunkId: string | null;
  overlay: Overlay | undefined;
  text: string;
}

/** As a new correction, or as the next revision of the one that was seen. */
function useSaveText(onSaved: () => void) {
  const trpc = useTRPC();
  const reload = useReloadCorrections();
  const onSuccess = () => {
    void reload();
    onSaved();
  };
  const options = { meta: { inline: true }, onSuccess };
  const creating = useMutation(trpc.source.overlay.create.mutationOptions(options));
  const updating = useMutation(trpc.source.overlay.update.mutationOptions(options));
  return {
    save({ chunkId, overlay, text }: Edit) {
      if (overlay) updating.mutate({ overlayId: overlay.id, revision: overlay.revision, text });
      else if (chunkId) creating.mutate({ chunkId, kind: "edit", text });
    },
    error: creating.error ?? updating.error,
    isPending: creating.isPending || updating.isPending,
  };
}
