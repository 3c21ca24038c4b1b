import type { LeaveGuard } from "#lib/use-leave-guard.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";

export function LeaveDialog({ blocker }: { blocker: LeaveGuard }) {
  if (blocker.status !== "blocked") return null;
  return (
    <Dialog
      open
      onOpenChange={blocker.reset}
      title="Leave without saving?"
      description="What you changed here has not been saved."
    >
      <DialogActions>
        <Button onClick={blocker.reset}>Stay</Button>
        <Button variant="danger" onClick={blocker.proceed}>
          Leave and lose changes
        </Button>
      </DialogActions>
    </Dialog>
  );
}
