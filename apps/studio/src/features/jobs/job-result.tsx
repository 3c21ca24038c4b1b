import type { Job } from "@understudy/core/job/contract";
import { AgreementView } from "./agreement-view.tsx";
import { FigureList } from "./figure-list.tsx";
import { readAgreement } from "./read-agreement.ts";
import { readFigures } from "./read-figures.ts";

/** What came of a job. */
export function JobResult({ job }: { job: Job }) {
  const agreement = readAgreement(job);
  if (agreement) return <AgreementView agreement={agreement} />;
  return <FigureList title="Result" figures={readFigures(job.result ?? {})} />;
}
