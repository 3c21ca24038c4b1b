import { useNavigate, useSearch } from "@tanstack/react-router";
import { NotebookPen } from "lucide-react";
import { useTwin } from "#features/twins/use-twin.ts";
import { countOf } from "#lib/format-count.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { AddNoteDialog } from "./add-note-dialog.tsx";
import { DropTarget } from "./drop-target.tsx";
import { SourceFilters } from "./source-filters.tsx";
import { SourceList } from "./source-list.tsx";
import { SourcePanel } from "./source-panel.tsx";
import { UploadButton } from "./upload-button.tsx";
import { UploadTray } from "./upload-tray.tsx";
import { useUploads } from "./uploads-provider.tsx";
import { useFileDrop } from "./use-file-drop.ts";

export function SourcesPage() {
  const twin = useTwin();
  usePageTitle("Sources", twin.name);
  const uploads = useUploads();
  const isOver = useFileDrop((files) => uploads.add(twin.id, files));
  const { add } = useSearch({ from: "/studio/twins/$twinId/sources" });
  const navigate = useNavigate({ from: "/twins/$twinId/sources" });
  const setAdd = (kind: "note" | undefined) =>
    navigate({ search: (current) => ({ ...current, add: kind }) });
  return (
    <div className="flex h-full min-h-0">
      <div className="flex min-w-0 flex-1 flex-col">
        <PageHead
          title="Sources"
          detail={countOf(twin.sourceCount, "source")}
          actions={
            <>
              <Button onClick={() => setAdd("note")}>
                <NotebookPen aria-hidden />
                Add note
              </Button>
              <UploadButton twinId={twin.id} />
            </>
          }
        />
        <SourceFilters />
        <UploadTray twinId={twin.id} />
        <SourceList twin={twin} onAddNote={() => setAdd("note")} />
      </div>
      <SourcePanel twinId={twin.id} />
      {isOver && <DropTarget twinName={twin.name} />}
      {add === "note" && <AddNoteDialog twinId={twin.id} onClose={() => setAdd(undefined)} />}
    </div>
  );
}
