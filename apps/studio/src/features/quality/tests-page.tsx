import { useNavigate, useSearch } from "@tanstack/react-router";
import { Plus, WandSparkles } from "lucide-react";
import { useTwin } from "#features/twins/use-twin.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { DraftDialog } from "./draft-dialog.tsx";
import { NewTestDialog } from "./new-test-dialog.tsx";
import { RunButton } from "./run-button.tsx";
import { TestList } from "./test-list.tsx";

export function TestsPage() {
  const twin = useTwin();
  usePageTitle("Quality tests", twin.name);
  const { dialog } = useSearch({ from: "/studio/twins/$twinId/tests" });
  const navigate = useNavigate({ from: "/twins/$twinId/tests" });
  const setDialog = (open: "new" | "draft" | undefined) =>
    void navigate({ search: (now) => ({ test: now.test, dialog: open }) });
  return (
    <div className="flex h-full min-h-0">
      <div className="flex min-w-0 flex-1 flex-col">
        <PageHead
          title="Quality tests"
          detail="What a good answer must show"
          actions={
            <>
              <RunButton twinId={twin.id} />
              <Button onClick={() => setDialog("draft")}>
                <WandSparkles aria-hidden />
                Draft from content
              </Button>
              <Button variant="primary" onClick={() => setDialog("new")}>
                <Plus aria-hidden />
                New test
              </Button>
            </>
          }
        />
        <TestList twin={twin} />
      </div>
      {dialog === "new" && <NewTestDialog twinId={twin.id} onClose={() => setDialog(undefined)} />}
      {dialog === "draft" && <DraftDialog twinId={twin.id} onClose={() => setDialog(undefined)} />}
    </div>
  );
}
