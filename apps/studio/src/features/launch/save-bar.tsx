import { LeaveDialog } from "#features/twins/leave-dialog.tsx";
import { useLeaveGuard } from "#lib/use-leave-guard.ts";
import { Button } from "#ui/button.tsx";
import { FormFailure } from "#ui/form-failure.tsx";

/** Appears with the first change and stays in sight until it is saved or discarded. */
export function SaveBar({
  isChanged,
  isSaving,
  error,
  onDiscard,
}: {
  isChanged: boolean;
  isSaving: boolean;
  error: unknown;
  onDiscard: () => void;
}) {
  const blocker = useLeaveGuard(isChanged);
  if (!isChanged && !error) return null;
  return (
    <div className="sticky bottom-0 grid gap-2 border-t border-line bg-canvas px-6 py-3 max-md:px-4">
      <LeaveDialog blocker={blocker} />
      <FormFailure error={error} />
      <div className="flex items-center justify-end gap-2">
        <p role="status" className="mr-auto text-sm text-muted">
          Unsaved changes
        </p>
        <Button onClick={onDiscard}>Discard</Button>
        <Button type="submit" variant="primary" disabled={isSaving}>
          {isSaving ? "Saving…" : "Save"}
        </Button>
      </div>
    </div>
  );
}
