import { useNavigate, useSearch } from "@tanstack/react-router";
import { RefreshCcwDot } from "lucide-react";
import { useTwin } from "#features/twins/use-twin.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { PageSkeleton } from "#ui/skeleton.tsx";
import { CandidateSection } from "./candidate-section.tsx";
import { ChangeDialog } from "./change-dialog.tsx";
import { IndexAdvice } from "./index-advice.tsx";
import { LiveSection } from "./live-section.tsx";
import { useIndex } from "./use-index.ts";
import { WeighingSection } from "./weighing-section.tsx";

export function IndexPage() {
  const twin = useTwin();
  usePageTitle("Index", twin.name);
  const { change, model } = useSearch({ from: "/studio/twins/$twinId/index" });
  const navigate = useNavigate({ from: "/twins/$twinId/index" });
  const { index, job, weighing } = useIndex(twin.id);
  const open = (wanted?: string) =>
    void navigate({ search: (now) => ({ ...now, change: true, model: wanted }) });
  const close = () =>
    void navigate({ search: (now) => ({ ...now, change: undefined, model: undefined }) });
  if (!index) return <PageSkeleton />;
  return (
    <div className="h-full overflow-y-auto">
      <PageHead
        title="Index"
        detail="What passages are found by"
        actions={
          <Button disabled={index.candidate !== null} onClick={() => open()}>
            <RefreshCcwDot aria-hidden />
            Change…
          </Button>
        }
      />
      <div className="grid max-w-4xl gap-6 px-6 pb-8 max-md:px-4">
        <IndexAdvice index={index} onChange={open} />
        <LiveSection index={index} />
        {index.live.model && <WeighingSection twinId={twin.id} index={index} job={weighing} />}
        {index.candidate && (
          <CandidateSection twinId={twin.id} index={index} candidate={index.candidate} job={job} />
        )}
      </div>
      {change && !index.candidate && (
        <ChangeDialog twinId={twin.id} index={index} model={model} onClose={close} />
      )}
    </div>
  );
}
