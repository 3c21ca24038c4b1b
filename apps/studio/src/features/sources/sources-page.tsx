import { useNavigate, useSearch } from "@tanstack/react-router";
import { CorrectionsBanner } from "#features/corrections/corrections-banner.tsx";
import { useTwin } from "#features/twins/use-twin.ts";
import { countOf } from "#lib/format-count.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { PageHead } from "#ui/page.tsx";
import { AddButton } from "./add/add-button.tsx";
import { AddDialog } from "./add/add-dialog.tsx";
import type { AddedKind } from "./add/added-kinds.ts";
import { useAdding } from "./add/use-adding.ts";
import { DropTarget } from "./drop-target.tsx";
import { SourceFilters } from "./source-filters.tsx";
import { SourceList } from "./source-list.tsx";
import { SourcePanel } from "./source-panel.tsx";
import { UploadTray } from "./upload-tray.tsx";
import { useUploads } from "./uploads-provider.tsx";
import { useAddressPaste } from "./use-address-paste.ts";
import { useFileDrop } from "./use-file-drop.ts";

export function SourcesPage() {
  const twin = useTwin();
  usePageTitle("Sources", twin.name);
  const uploads = useUploads();
  const { add, about } = useSearch({ from: "/studio/twins/$twinId/sources" });
  const navigate = useNavigate({ from: "/twins/$twinId/sources" });
  const setAdd = (kind: AddedKind | undefined) =>
    void navigate({
      search: (current) => ({ ...current, add: kind, about: kind && current.about }),
    });
  const { takeFiles, takeAddress, dialog } = useAdding({
    kind: add,
    onKind: setAdd,
    onFiles: (files) => uploads.add(twin.id, files),
  });
  const isOver = useFileDrop(takeFiles, takeAddress);
  useAddressPaste(takeAddress);
  return (
    <div className="flex h-full min-h-0">
      <div className="flex min-w-0 flex-1 flex-col">
        <PageHead
          title="Sources"
          detail={countOf(twin.sourceCount, "source")}
          actions={<AddButton onAdd={() => setAdd("files")} />}
        />
        <SourceFilters twinId={twin.id} />
        <CorrectionsBanner twinId={twin.id} />
        <UploadTray twinId={twin.id} />
        <SourceList twin={twin} onAdd={() => setAdd("files")} />
      </div>
      <SourcePanel twinId={twin.id} />
      {isOver && (
        <DropTarget twinName={twin.name} hint="On a file's row, it takes that file's place." />
      )}
      {add && <AddDialog twinId={twin.id} kind={add} about={about} {...dialog} />}
    </div>
  );
}
