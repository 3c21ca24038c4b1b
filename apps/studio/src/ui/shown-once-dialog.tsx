import { Button } from "./button.tsx";
import { CopyButton } from "./copy-button.tsx";
import { Dialog, DialogActions } from "./dialog.tsx";

/** A secret that nobody is shown again. */
export function ShownOnceDialog({
  title,
  secret,
  copyLabel = "Copy key",
  onClose,
}: {
  title: string;
  secret: string;
  copyLabel?: string;
  onClose: () => void;
}) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      description="It is shown this once, and nowhere again."
    >
      <div className="grid gap-3">
        <code className="rounded-md bg-sunken px-3 py-2 font-mono text-sm break-all select-all">
          {secret}
        </code>
        <DialogActions>
          <CopyButton text={secret} label={copyLabel} size="medium" />
          <Button variant="primary" onClick={onClose}>
            I have kept it
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
