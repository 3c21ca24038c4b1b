import { FileUp, Globe, MonitorPlay, Network, NotebookPen } from "lucide-react";
import { Dialog } from "#ui/dialog.tsx";
import { IconTabs } from "#ui/icon-tabs.tsx";
import { AddFiles } from "./add-files.tsx";
import { AddNote } from "./add-note.tsx";
import { AddPage } from "./add-page.tsx";
import { AddSite } from "./add-site.tsx";
import { AddVideo } from "./add-video.tsx";
import type { AddedKind } from "./added-kinds.ts";

const CHOICES = [
  { value: "files", label: "Files", icon: <FileUp aria-hidden /> },
  { value: "page", label: "Page", icon: <Globe aria-hidden /> },
  { value: "site", label: "Site", icon: <Network aria-hidden /> },
  { value: "video", label: "Video", icon: <MonitorPlay aria-hidden /> },
  { value: "note", label: "Note", icon: <NotebookPen aria-hidden /> },
] as const satisfies { value: AddedKind; label: string; icon: React.ReactNode }[];

export interface AddFormProps {
  twinId: string;
  address: string;
  onAddress: (address: string) => void;
  onKind: (kind: AddedKind) => void;
  onDone: () => void;
}

/** The one way in: whatever an expert has, each kind with a look at what adding it would bring. */
export function AddDialog({
  kind,
  files,
  onFiles,
  about,
  onClose,
  ...form
}: Omit<AddFormProps, "onDone"> & {
  kind: AddedKind;
  files: readonly File[];
  onFiles: (files: readonly File[]) => void;
  /** What a new note is to speak of. */
  about?: string | undefined;
  onClose: () => void;
}) {
  const props = { ...form, onDone: onClose };
  return (
    <Dialog open wide onOpenChange={onClose} title="Add to what the twin knows">
      <div className="grid grid-cols-1 gap-5">
        <IconTabs label="What to add" value={kind} onChange={form.onKind} choices={CHOICES} />
        {kind === "files" && (
          <AddFiles twinId={form.twinId} files={files} onFiles={onFiles} onDone={onClose} />
        )}
        {kind === "page" && <AddPage {...props} />}
        {kind === "site" && <AddSite {...props} />}
        {kind === "video" && <AddVideo {...props} />}
        {kind === "note" && <AddNote twinId={form.twinId} about={about} onDone={onClose} />}
      </div>
    </Dialog>
  );
}
