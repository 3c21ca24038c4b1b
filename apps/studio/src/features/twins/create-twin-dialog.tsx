import { useNavigate } from "@tanstack/react-router";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { CreateTwinForm } from "./create-twin-form.tsx";

export function CreateTwinDialog({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const navigate = useNavigate();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="New twin"
      description="Everything here can be changed later."
    >
      <CreateTwinForm
        onCreated={({ id }) =>
          navigate({ to: "/twins/$twinId/sources", params: { twinId: id }, search: {} })
        }
        actions={(isPending) => (
          <DialogActions>
            <Button onClick={() => onOpenChange(false)}>Cancel</Button>
            <Button type="submit" variant="primary" disabled={isPending}>
              {isPending ? "Creating…" : "Create twin"}
            </Button>
          </DialogActions>
        )}
      />
    </Dialog>
  );
}
