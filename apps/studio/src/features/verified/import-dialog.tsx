import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { useToasts } from "#ui/toaster.tsx";
import { AnswersPreview } from "./answers-preview.tsx";
import { ImportFile } from "./import-file.tsx";
import { useVerifiedChanged } from "./use-verified-changed.ts";

/** A file is looked at first: what each row would do, and what is wrong with it; then it is imported. */
export function ImportDialog({ twinId, onClose }: { twinId: string; onClose: () => void }) {
  const trpc = useTRPC();
  const changed = useVerifiedChanged();
  const toasts = useToasts();
  const [csv, setCsv] = useState<string | null>(null);
  const preview = useMutation(
    trpc.verifiedAnswer.previewImport.mutationOptions({ meta: { inline: true } }),
  );
  const run = useMutation(
    trpc.verifiedAnswer.import.mutationOptions({
      meta: { inline: true },
      onSuccess: async ({ created, updated }) => {
        toasts.show({ text: `Imported: ${created} new, ${updated} changed.` });
        onClose();
        await changed();
      },
    }),
  );
  const look = (text: string) => {
    setCsv(text);
    run.reset();
    preview.mutate({ twinId, csv: text });
  };
  const wanted = preview.data ? preview.data.created + preview.data.updated : 0;
  return (
    <Dialog
      open
      broad
      onOpenChange={onClose}
      title="Import questions and answers"
      description="A CSV with the question, the answer, and any further phrasings in the columns after them. Nothing is changed before you have seen what it would do."
    >
      <div className="grid grid-cols-1 gap-4">
        <ImportFile onRead={look} />
        <FormFailure error={preview.error ?? run.error} />
        {preview.isPending && <p className="animate-pulse text-muted">Reading the rows…</p>}
        {preview.data && <AnswersPreview preview={preview.data} />}
      </div>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="primary"
          disabled={!csv || wanted === 0 || run.isPending}
          onClick={() => csv && run.mutate({ twinId, csv })}
        >
          {run.isPending ? "Importing…" : wanted > 0 ? `Import ${wanted}` : "Import"}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
