import { useNavigate, useSearch } from "@tanstack/react-router";
import { Columns2, SlidersHorizontal, Telescope } from "lucide-react";
import { SourcePanel } from "#features/sources/source-panel.tsx";
import { useTwin } from "#features/twins/use-twin.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHead } from "#ui/page.tsx";
import { Compared } from "./compared.tsx";
import { QuestionForm } from "./question-form.tsx";

export function ExplorerPage() {
  const twin = useTwin();
  usePageTitle("Explorer", twin.name);
  const { q, earlier } = useSearch({ from: "/studio/twins/$twinId/explorer" });
  return (
    <div className="flex h-full min-h-0">
      <div className="flex min-w-0 flex-1 flex-col">
        <PageHead title="Explorer" detail="Why a passage is found, or isn't" actions={<Tools />} />
        <QuestionForm key={JSON.stringify([q, earlier])} twinId={twin.id} />
        <div className="min-h-0 flex-1 overflow-y-auto border-t border-line">
          {q ? <Compared twinId={twin.id} query={q} /> : <NothingAsked name={twin.name} />}
        </div>
      </div>
      <SourcePanel twinId={twin.id} />
    </div>
  );
}

function Tools() {
  const { tuning, beside } = useSearch({ from: "/studio/twins/$twinId/explorer" });
  const navigate = useNavigate({ from: "/twins/$twinId/explorer" });
  return (
    <>
      <Button
        aria-pressed={tuning === true}
        className="aria-pressed:bg-selected"
        onClick={() =>
          navigate({ search: (now) => ({ ...now, tuning: tuning ? undefined : true }) })
        }
      >
        <SlidersHorizontal aria-hidden />
        Settings
      </Button>
      <Button
        aria-pressed={beside !== undefined}
        className="aria-pressed:bg-selected"
        onClick={() =>
          navigate({
            search: (now) => ({
              ...now,
              beside: beside ? undefined : {},
              tuning: beside ? now.tuning : true,
            }),
          })
        }
      >
        <Columns2 aria-hidden />
        Compare
      </Button>
    </>
  );
}

function NothingAsked({ name }: { name: string }) {
  return (
    <EmptyState
      icon={<Telescope />}
      title={`See what ${name} finds`}
      example="For example a question whose answer surprised you: you see whether its passage came, at which stage it fell back, and what stood before it."
    >
      Ask as a visitor would. You see the passages an answer would be written from, their score at
      every stage, and why every other one was left out. Nothing you try here is kept.
    </EmptyState>
  );
}
