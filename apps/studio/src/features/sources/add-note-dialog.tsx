import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { useToasts } from "#ui/toaster.tsx";
import { AddNoteForm } from "./add-note-form.tsx";

export function AddNoteDialog({ twinId, onClose }: { twinId: string; onClose: () => void }) {
  const toasts = useToasts();
  return (
    <Dialog open wide onOpenChange={onClose} title="Add a note">
      <AddNoteForm
        twinId={twinId}
        onAdded={({ duplicateOf, title }) => {
          if (duplicateOf) toasts.show({ text: `The same text is already here as “${title}”.` });
          onClose();
        }}
        actions={(isPending) => (
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" disabled={isPending}>
              {isPending ? "Adding…" : "Add note"}
            </Button>
          </DialogActions>
        )}
      />
    </Dialog>
  );
}
