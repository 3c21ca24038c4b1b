import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { FormFailure } from "#ui/form-failure.tsx";

/** Asks once more, and says what will happen. */
export function ConfirmDialog({
  title,
  description,
  action,
  isDangerous = false,
  mutation,
  onConfirm,
  onClose,
}: {
  title: string;
  description: string;
  action: string;
  isDangerous?: boolean;
  mutation: { isPending: boolean; error: unknown };
  onConfirm: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog open onOpenChange={onClose} title={title} description={description}>
      <FormFailure error={mutation.error} />
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant={isDangerous ? "danger" : "primary"}
          disabled={mutation.isPending}
          onClick={onConfirm}
        >
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
