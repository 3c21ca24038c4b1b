import type { Source } from "@understudy/core/source/contract";
import type { Twin } from "@understudy/core/twin/contract";
import { FileDown, Globe, NotebookPen } from "lucide-react";
import { useState } from "react";
import { useJobs } from "#features/jobs/use-jobs.ts";
import { AddDialog } from "#features/sources/add/add-dialog.tsx";
import type { AddedKind } from "#features/sources/add/added-kinds.ts";
import { useAdding } from "#features/sources/add/use-adding.ts";
import { DropTarget } from "#features/sources/drop-target.tsx";
import { failureWords } from "#features/sources/failure-words.ts";
import { PasswordDialog } from "#features/sources/password-dialog.tsx";
import { SourceState } from "#features/sources/source-state.tsx";
import { UploadButton } from "#features/sources/upload-button.tsx";
import { UploadTray } from "#features/sources/upload-tray.tsx";
import { useUploads } from "#features/sources/uploads-provider.tsx";
import { useFileDrop } from "#features/sources/use-file-drop.ts";
import { Button } from "#ui/button.tsx";

/** The same upload, note and progress as on the sources' own screen. */
export function FirstSource({ twin, sources }: { twin: Twin; sources: readonly Source[] }) {
  const uploads = useUploads();
  const [kind, setKind] = useState<AddedKind>();
  const { takeFiles, takeAddress, dialog } = useAdding({
    kind,
    onKind: setKind,
    onFiles: (files) => uploads.add(twin.id, files),
  });
  const isOver = useFileDrop(takeFiles, takeAddress);
  return (
    <div className="grid grid-cols-1 gap-3">
      <div className="grid justify-items-center gap-3 rounded-lg border border-dashed border-edge px-4 py-8 text-center">
        <FileDown aria-hidden className="size-5 text-muted" />
        <p className="text-pretty text-muted">
          Drop a file here: a document, a table, a transcript, an e-mail, a saved web page or text.
          It is read on this server.
        </p>
        <div className="flex flex-wrap justify-center gap-2">
          <UploadButton twinId={twin.id} variant={sources.length > 0 ? "secondary" : "primary"} />
          <Button onClick={() => setKind("page")}>
            <Globe aria-hidden />
            Add a page or site
          </Button>
          <Button onClick={() => setKind("note")}>
            <NotebookPen aria-hidden />
            Paste a note
          </Button>
        </div>
      </div>
      <UploadTray twinId={twin.id} />
      <FirstSources sources={sources} />
      {isOver && <DropTarget twinName={twin.name} />}
      {kind && <AddDialog twinId={twin.id} kind={kind} {...dialog} />}
    </div>
  );
}

function FirstSources({ sources }: { sources: readonly Source[] }) {
  const jobs = useJobs();
  const [locked, setLocked] = useState<Source>();
  if (sources.length === 0) return null;
  return (
    <ul aria-label="Sources" className="grid grid-cols-1 border-t border-line">
      {sources.map((source) => (
        <li
          key={source.id}
          className="grid min-h-11 grid-cols-[minmax(0,1fr)_9rem] items-center gap-3 border-b border-line py-1.5"
        >
          <span className="truncate">{source.title}</span>
          <span className="text-sm">
            <SourceState source={source} job={jobs.find(({ id }) => id === source.jobId)} />
          </span>
          {source.failure && (
            <p className="col-span-2 pb-1 text-sm text-bad">{failureWords(source.failure)}</p>
          )}
          {source.failure?.reason === "source.encrypted" && (
            <Button size="small" className="w-fit" onClick={() => setLocked(source)}>
              Enter password
            </Button>
          )}
        </li>
      ))}
      {locked && <PasswordDialog source={locked} onClose={() => setLocked(undefined)} />}
    </ul>
  );
}
