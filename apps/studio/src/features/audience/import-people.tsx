import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ImportFile } from "#features/verified/import-file.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { useToasts } from "#ui/toaster.tsx";
import { PeoplePreview } from "./people-preview.tsx";
import { TakingIn } from "./taking-in.tsx";
import { useAudienceChanged } from "./use-audience-changed.ts";

/** A table is looked at first: what each row would do, and what is wrong with it; then it is taken in. */
export function ImportPeople({ twinId, onClose }: { twinId: string; onClose: () => void }) {
  const trpc = useTRPC();
  const changed = useAudienceChanged();
  const toasts = useToasts();
  const [csv, setCsv] = useState<string | null>(null);
  const inline = { meta: { inline: true } };
  const preview = useMutation(trpc.audience.previewImport.mutationOptions(inline));
  const run = useMutation(
    trpc.audience.import.mutationOptions({
      ...inline,
      onSuccess: async ({ created, updated, jobId }) => {
        if (jobId) return;
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
  const jobId = run.data?.jobId;
  return (
    <Dialog
      open
      broad
      onOpenChange={onClose}
      title="Import people"
      description="A CSV whose first line names its columns: email or externalId, and name, tags, groups, note if you like. Whoever proves to have such an address or id is that person. Consent can't be imported: only they can give it."
    >
      <div className="grid grid-cols-1 gap-4">
        {jobId ? (
          <TakingIn jobId={jobId} onEnded={() => void changed()} />
        ) : (
          <ImportFile onRead={look} />
        )}
        <FormFailure error={preview.error ?? run.error} />
        {preview.isPending && <p className="animate-pulse text-muted">Reading the rows…</p>}
        {preview.data && !jobId && <PeoplePreview preview={preview.data} />}
      </div>
      <DialogActions>
        <Button onClick={onClose}>{jobId ? "Close" : "Cancel"}</Button>
        {!jobId && (
          <Button
            variant="primary"
            disabled={!csv || wanted === 0 || run.isPending}
            onClick={() => csv && run.mutate({ twinId, csv })}
          >
            {run.isPending ? "Importing…" : wanted > 0 ? `Import ${wanted}` : "Import"}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
