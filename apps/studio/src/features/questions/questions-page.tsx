import { useNavigate, useSearch } from "@tanstack/react-router";
import { CLOSED_PANEL } from "#app/panel-search.ts";
import { SourcePanel } from "#features/sources/source-panel.tsx";
import { useTwin } from "#features/twins/use-twin.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { PageHead } from "#ui/page.tsx";
import { QuestionList } from "./question-list.tsx";
import { QuestionPanel } from "./question-panel.tsx";

/** What the twin could not answer, each met once: an inbox that can be emptied. */
export function QuestionsPage() {
  const twin = useTwin();
  usePageTitle("Questions", twin.name);
  const { open } = useSearch({ from: "/studio/twins/$twinId/questions" });
  const navigate = useNavigate({ from: "/twins/$twinId/questions" });
  const show = (clusterId: string | undefined) =>
    void navigate({ search: (now) => ({ ...now, ...CLOSED_PANEL, open: clusterId }) });
  return (
    <div className="flex h-full min-h-0">
      <div className="flex min-w-0 flex-1 flex-col">
        <PageHead title="Questions" detail={`What ${twin.name} could not answer`} />
        <QuestionList twin={twin} onOpen={show} />
      </div>
      {open && (
        <QuestionPanel key={open} twin={twin} clusterId={open} onClose={() => show(undefined)} />
      )}
      <SourcePanel twinId={twin.id} isOver />
    </div>
  );
}
