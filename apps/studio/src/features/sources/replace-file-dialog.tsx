import type { Source } from "@understudy/core/source/contract";
import { FileUp } from "lucide-react";
import { useRef, useState } from "react";
import { formatBytes } from "#lib/format-bytes.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { useUploads } from "./uploads-provider.tsx";

/** A newer file in the place of the old one; title, history and citations stay with the source. */
export function ReplaceFileDialog({
  source,
  dropped,
  onClose,
}: {
  source: Source;
  dropped?: File;
  onClose: () => void;
}) {
  const uploads = useUploads();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState(dropped);
  const replace = (chosen: File) => {
    uploads.replace(source, chosen);
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Replace the file of “${source.title}”`}
      description="Title, history and links stay. The old text answers until the new one is live."
    >
      <div className="grid justify-items-start gap-2">
        {file && (
          <p className="max-w-full truncate">
            {file.name} <span className="text-faint">{formatBytes(file.size)}</span>
          </p>
        )}
        <Button onClick={() => input.current?.click()}>
          <FileUp aria-hidden />
          {file ? "Choose another" : "Choose a file"}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label="The newer file"
          onChange={(event) => setFile(event.target.files?.[0])}
        />
      </div>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="primary" disabled={!file} onClick={() => file && replace(file)}>
          Replace
        </Button>
      </DialogActions>
    </Dialog>
  );
}
