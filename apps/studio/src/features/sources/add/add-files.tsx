import { FileUp } from "lucide-react";
import { type FormEvent, useRef } from "react";
import { formatBytes } from "#lib/format-bytes.ts";
import { countOf } from "#lib/format-count.ts";
import { Button } from "#ui/button.tsx";
import { useUploads } from "../uploads-provider.tsx";
import { AddActions } from "./add-actions.tsx";
import { FileCheckRow } from "./file-check-row.tsx";
import { isAddable, useFileChecks } from "./use-file-checks.ts";

/** Files, looked at before they are sent: those that are here already are left out. */
export function AddFiles({
  twinId,
  files,
  onFiles,
  onDone,
}: {
  twinId: string;
  files: readonly File[];
  onFiles: (files: readonly File[]) => void;
  onDone: () => void;
}) {
  const uploads = useUploads();
  const input = useRef<HTMLInputElement>(null);
  const checks = useFileChecks(twinId, files);
  const addable = checks.filter(isAddable).map(({ file }) => file);
  const bytes = addable.reduce((sum, { size }) => sum + size, 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    uploads.add(twinId, addable);
    onDone();
  };
  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-3">
      <div className="grid justify-items-center gap-2 rounded-lg border border-dashed border-edge px-4 py-6 text-center">
        <p className="text-pretty text-muted">
          Drop files here: PDF, Word, PowerPoint, Excel, OpenDocument, EPUB, e-mail, web pages,
          Markdown, transcripts, text, or a folder or ZIP of them.
        </p>
        <Button onClick={() => input.current?.click()}>
          <FileUp aria-hidden />
          Choose files
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label="Files to add"
          onChange={(event) => {
            onFiles([...files, ...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </div>
      {checks.length > 0 && (
        <ul
          aria-label="Chosen files"
          className="max-h-[max(9rem,calc(80dvh-25rem))] overflow-y-auto border-y border-line"
        >
          {checks.map((check, index) => (
            <FileCheckRow
              key={`${check.file.name}-${check.file.size}-${check.file.lastModified}`}
              twinId={twinId}
              check={check}
              onRemove={() => onFiles(files.toSpliced(index, 1))}
            />
          ))}
        </ul>
      )}
      <AddActions
        label={
          addable.length > 0
            ? `Add ${countOf(addable.length, "file")}, ${formatBytes(bytes)}`
            : "Add files"
        }
        isPending={false}
        isBlocked={addable.length === 0}
        onCancel={onDone}
      />
    </form>
  );
}
