import { Button } from "#ui/button.tsx";
import { DialogActions } from "#ui/dialog.tsx";

export function AddActions({
  label,
  isPending,
  isBlocked = false,
  onCancel,
}: {
  label: string;
  isPending: boolean;
  isBlocked?: boolean;
  onCancel: () => void;
}) {
  return (
    <DialogActions>
      <Button onClick={onCancel}>Cancel</Button>
      <Button type="submit" variant="primary" disabled={isPending || isBlocked}>
        {isPending ? "Adding…" : label}
      </Button>
    </DialogActions>
  );
}
