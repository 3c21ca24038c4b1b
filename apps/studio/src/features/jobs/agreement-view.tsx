import { CircleCheck, TriangleAlert, Wrench } from "lucide-react";
import { FigureList } from "./figure-list.tsx";
import type { Agreement } from "./read-agreement.ts";

const LINE =
  "flex items-start gap-2 rounded-md px-3 py-2 text-sm [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0";

/** Whether sources, passages, vectors and files agree; if not, what was mended and what was not. */
export function AgreementView({
  agreement: { agrees, counted, repaired, left },
}: {
  agreement: Agreement;
}) {
  return (
    <>
      {agrees && (
        <p className={`${LINE} bg-good-soft text-good`}>
          <CircleCheck aria-hidden />
          Everything agrees: each source has one state, and its passages, vectors and files are all
          there.
        </p>
      )}
      {left.length > 0 && (
        <p className={`${LINE} bg-bad-soft text-bad`}>
          <TriangleAlert aria-hidden />
          Something could not be mended by itself. Hand the reference below to whoever runs this
          server.
        </p>
      )}
      {!agrees && left.length === 0 && (
        <p className={`${LINE} bg-warn-soft text-warn`}>
          <Wrench aria-hidden />
          What did not agree was mended.
        </p>
      )}
      <FigureList title="Could not be mended" figures={left} />
      <FigureList title="Mended" figures={repaired} />
      <FigureList title="Compared" figures={counted} />
    </>
  );
}
