import type { Job } from "@understudy/core/job/contract";
import { CandidateActions } from "./candidate-actions.tsx";
import { ComparisonView } from "./comparison-view.tsx";
import { FillProgress } from "./fill-progress.tsx";
import { IndexFigures } from "./index-figures.tsx";
import type { Candidate, TwinIndex } from "./use-index.ts";
import { WeighingView } from "./weighing-view.tsx";

/** The index that is being made, what it found, and what can be done with it. */
export function CandidateSection({
  twinId,
  index,
  candidate,
  job,
}: {
  twinId: string;
  index: TwinIndex;
  candidate: Candidate;
  job: Job | undefined;
}) {
  return (
    <section aria-labelledby="new-index" className="grid gap-4 border-t border-line pt-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="new-index" className="font-semibold">
          Beside it
        </h2>
        <CandidateActions twinId={twinId} candidate={candidate} />
      </div>
      <FillProgress candidate={candidate} job={job} />
      <IndexFigures of={candidate} />
      {candidate.weighing && <WeighingView weighing={candidate.weighing} />}
      {candidate.comparison && (
        <ComparisonView comparison={candidate.comparison} live={index.live} candidate={candidate} />
      )}
    </section>
  );
}
