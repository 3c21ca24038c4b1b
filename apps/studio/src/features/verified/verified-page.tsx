import { useNavigate, useSearch } from "@tanstack/react-router";
import { FileUp, Plus } from "lucide-react";
import { useTwin } from "#features/twins/use-twin.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { Segmented } from "#ui/segmented.tsx";
import { AnswerFilters } from "./answer-filters.tsx";
import { AnswerList } from "./answer-list.tsx";
import { AnswerPanel } from "./answer-panel.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import { NearMissList } from "./near-miss-list.tsx";
import { NewAnswerDialog } from "./new-answer-dialog.tsx";

const VIEWS = [
  { value: "answers", label: "Answers" },
  { value: "misses", label: "Near misses" },
] as const;

export function VerifiedPage() {
  const twin = useTwin();
  usePageTitle("Verified answers", twin.name);
  const {
    view = "answers",
    answer,
    form,
  } = useSearch({
    from: "/studio/twins/$twinId/verified",
  });
  const navigate = useNavigate({ from: "/twins/$twinId/verified" });
  const setForm = (open: "new" | "import" | undefined) =>
    void navigate({
      search: (now) => ({ ...now, form: open, question: undefined, message: undefined }),
    });
  return (
    <div className="flex h-full min-h-0">
      <div className="flex min-w-0 flex-1 flex-col">
        <PageHead
          title="Verified answers"
          detail="Your own words, before all sources"
          actions={
            <>
              <Button onClick={() => setForm("import")}>
                <FileUp aria-hidden />
                Import
              </Button>
              <Button variant="primary" onClick={() => setForm("new")}>
                <Plus aria-hidden />
                New answer
              </Button>
            </>
          }
        />
        <div className="flex flex-wrap items-center gap-2 px-6 pb-3 max-md:px-4">
          <Segmented
            label="Show"
            value={view}
            choices={VIEWS}
            onChange={(chosen) =>
              navigate({
                search: (now) => ({ ...now, view: chosen === "answers" ? undefined : chosen }),
              })
            }
          />
          {view === "answers" && <AnswerFilters />}
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto border-t border-line">
          {view === "answers" ? <AnswerList twin={twin} /> : <NearMissList twinId={twin.id} />}
        </div>
      </div>
      {answer && <AnswerPanel key={answer} verifiedAnswerId={answer} />}
      {form === "new" && <NewAnswerDialog twinId={twin.id} onClose={() => setForm(undefined)} />}
      {form === "import" && <ImportDialog twinId={twin.id} onClose={() => setForm(undefined)} />}
    </div>
  );
}
