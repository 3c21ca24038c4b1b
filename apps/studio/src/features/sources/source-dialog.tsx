import type { Source } from "@understudy/core/source/contract";
import { EditNoteDialog } from "./edit-note-dialog.tsx";
import { PasswordDialog } from "./password-dialog.tsx";
import { RenameSourceDialog } from "./rename-source-dialog.tsx";
import { ReplaceFileDialog } from "./replace-file-dialog.tsx";
import { SourceSettingsDialog } from "./source-settings-dialog.tsx";

const DIALOGS = {
  password: PasswordDialog,
  rename: RenameSourceDialog,
  replace: ReplaceFileDialog,
  edit: EditNoteDialog,
  settings: SourceSettingsDialog,
};
export type SourceDialogKind = keyof typeof DIALOGS;

/** What can be done to a source that needs a form. */
export function SourceDialog({
  kind,
  source,
  onClose,
}: {
  kind: SourceDialogKind;
  source: Source;
  onClose: () => void;
}) {
  const Dialog = DIALOGS[kind];
  return <Dialog source={source} onClose={onClose} />;
}
