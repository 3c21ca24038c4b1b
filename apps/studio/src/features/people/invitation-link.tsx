import { Button } from "#ui/button.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";

export function InvitationLink({
  invitation: { email, link },
  onClose,
}: {
  invitation: { email: string; link: string };
  onClose: () => void;
}) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Send this link"
      description={`To ${email}, however you like. It is shown this once; inviting them again makes a new one.`}
    >
      <code className="block rounded-md bg-sunken px-3 py-2 font-mono text-sm break-all select-all">
        {link}
      </code>
      <DialogActions>
        <CopyButton text={link} label="Copy link" size="medium" />
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  );
}
