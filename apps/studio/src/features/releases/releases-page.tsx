import { useNavigate, useSearch } from "@tanstack/react-router";
import { Rocket } from "lucide-react";
import { useTwin } from "#features/twins/use-twin.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { DraftAgainstLive } from "./draft-against-live.tsx";
import { PublishDialog } from "./publish-dialog.tsx";
import { ReleaseList } from "./release-list.tsx";
import { ReleasePanel } from "./release-panel.tsx";
import { usePreview } from "./use-preview.ts";

export function ReleasesPage() {
  const twin = useTwin();
  usePageTitle("Releases", twin.name);
  const preview = usePreview(twin.id);
  const { release, dialog } = useSearch({ from: "/studio/twins/$twinId/releases" });
  const navigate = useNavigate({ from: "/twins/$twinId/releases" });
  const setDialog = (open: "publish" | undefined) =>
    void navigate({ search: (now) => ({ ...now, dialog: open }) });
  return (
    <div className="flex h-full min-h-0">
      <div className="flex min-w-0 flex-1 flex-col">
        <PageHead
          title="Releases"
          detail="Draft and live"
          actions={
            <Button variant="primary" onClick={() => setDialog("publish")}>
              <Rocket aria-hidden />
              Publish…
            </Button>
          }
        />
        <div className="min-h-0 flex-1 overflow-y-auto border-t border-line">
          <DraftAgainstLive twin={twin} preview={preview} />
          <ReleaseList twinId={twin.id} />
        </div>
      </div>
      {release && <ReleasePanel key={release} releaseId={release} />}
      {dialog === "publish" && (
        <PublishDialog twin={twin} preview={preview} onClose={() => setDialog(undefined)} />
      )}
    </div>
  );
}
