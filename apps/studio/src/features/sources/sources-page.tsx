import { useNavigate, useSearch } from "@tanstack/react-router";
import { Globe, NotebookPen } from "lucide-react";
import { useState } from "react";
import { useTwin } from "#features/twins/use-twin.ts";
import { countOf } from "#lib/format-count.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { AddNoteDialog } from "./add-note-dialog.tsx";
import { AddPageDialog } from "./add-page-dialog.tsx";
import { DropTarget } from "./drop-target.tsx";
import { SourceFilters } from "./source-filters.tsx";
import { SourceList } from "./source-list.tsx";
import { SourcePanel } from "./source-panel.tsx";
import { UploadButton } from "./upload-button.tsx";
import { UploadTray } from "./upload-tray.tsx";
import { useUploads } from "./uploads-provider.tsx";
import { useAddressPaste } from "./use-address-paste.ts";
import { useFileDrop } from "./use-file-drop.ts";

export type AddedKind = "note" | "page";

export function SourcesPage() {
  const twin = useTwin();
  usePageTitle("Sources", twin.name);
  const uploads = useUploads();
  const { add } = useSearch({ from: "/studio/twins/$twinId/sources" });
  const navigate = useNavigate({ from: "/twins/$twinId/sources" });
  const [address, setAddress] = useState("");
  const setAdd = (kind: AddedKind | undefined, from = "") => {
    setAddress(from);
    void navigate({ search: (current) => ({ ...current, add: kind }) });
  };
  const offerPage = (found: string) => setAdd("page", found);
  const isOver = useFileDrop((files) => uploads.add(twin.id, files), offerPage);
  useAddressPaste(offerPage);
  return (
    <div className="flex h-full min-h-0">
      <div className="flex min-w-0 flex-1 flex-col">
        <PageHead
          title="Sources"
          detail={countOf(twin.sourceCount, "source")}
          actions={
            <>
              <Button onClick={() => setAdd("page")}>
                <Globe aria-hidden />
                Add page
              </Button>
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
        <SourceList twin={twin} onAdd={setAdd} />
      </div>
      <SourcePanel twinId={twin.id} />
      {isOver && <DropTarget twinName={twin.name} />}
      {add === "page" && (
        <AddPageDialog
          key={address}
          twinId={twin.id}
          address={address}
          onClose={() => setAdd(undefined)}
        />
      )}
      {add === "note" && <AddNoteDialog twinId={twin.id} onClose={() => setAdd(undefined)} />}
    </div>
  );
}
