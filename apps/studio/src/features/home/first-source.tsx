import type { Source } from "@understudy/core/source/contract";
import type { Twin } from "@understudy/core/twin/contract";
import { FileDown, Globe, NotebookPen } from "lucide-react";
import { useState } from "react";
import { useJobs } from "#features/jobs/use-jobs.ts";
import { AddNoteDialog } from "#features/sources/add-note-dialog.tsx";
import { AddPageDialog } from "#features/sources/add-page-dialog.tsx";
import { DropTarget } from "#features/sources/drop-target.tsx";
import { failureWords } from "#features/sources/failure-words.ts";
import { SourceState } from "#features/sources/source-state.tsx";
import { UploadButton } from "#features/sources/upload-button.tsx";
import { UploadTray } from "#features/sources/upload-tray.tsx";
import { useUploads } from "#features/sources/uploads-provider.tsx";
import { useFileDrop } from "#features/sources/use-file-drop.ts";
import { Button } from "#ui/button.tsx";

/** The same upload, note and progress as on the sources' own screen. */
export function FirstSource({ twin, sources }: { twin: Twin; sources: readonly Source[] }) {
  const uploads = useUploads();
  const isOver = useFileDrop(
    (files) => uploads.add(twin.id, files),
    (page) => setAdding({ page }),
  );
  const [adding, setAdding] = useState<"note" | { page: string } | null>(null);
  return (
    <div className="grid grid-cols-1 gap-3">
      <div className="grid justify-items-center gap-3 rounded-lg border border-dashed border-edge px-4 py-8 text-center">
        <FileDown aria-hidden className="size-5 text-muted" />
        <p className="text-pretty text-muted">
          Drop a file here: PDF, Word, a saved web page, Markdown, CSV or text. It is read on this
          server.
        </p>
        <div className="flex flex-wrap justify-center gap-2">
          <UploadButton twinId={twin.id} variant={sources.length > 0 ? "secondary" : "primary"} />
          <Button onClick={() => setAdding({ page: "" })}>
            <Globe aria-hidden />
            Add page
          </Button>
          <Button onClick={() => setAdding("note")}>
            <NotebookPen aria-hidden />
            Paste a note
          </Button>
        </div>
      </div>
      <UploadTray twinId={twin.id} />
      <FirstSources sources={sources} />
      {isOver && <DropTarget twinName={twin.name} />}
      {adding === "note" && <AddNoteDialog twinId={twin.id} onClose={() => setAdding(null)} />}
      {adding !== null && adding !== "note" && (
        <AddPageDialog twinId={twin.id} address={adding.page} onClose={() => setAdding(null)} />
      )}
    </div>
  );
}

function FirstSources({ sources }: { sources: readonly Source[] }) {
  const jobs = useJobs();
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
        </li>
      ))}
    </ul>
  );
}
