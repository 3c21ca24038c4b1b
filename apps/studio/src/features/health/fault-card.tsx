import { Link } from "@tanstack/react-router";
import { useTwin } from "#features/twins/use-twin.ts";
import { buttonLook } from "#ui/button.tsx";
import { faultWords } from "./fault-words.ts";
import type { Finding } from "./finding.ts";
import { SettleButtons } from "./settle-buttons.tsx";

/** What is wrong with one source, where it shows, and what to do; or which other one it repeats. */
export function FaultCard({ finding }: { finding: Finding }) {
  const twinId = useTwin().id;
  const { sourceId, sourceTitle, otherSourceTitle, fault, score } = finding;
  const isDuplicate = finding.kind === "near_duplicate";
  const { title, todo } = isDuplicate
    ? {
        title: `${Math.round((score ?? 0) * 100)} % of it stands in “${otherSourceTitle}”`,
        todo: "Two versions of one text can make answers contradict each other.",
      }
    : faultWords(finding);
  return (
    <article aria-label={title} className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="min-w-0 font-semibold">{title}</h2>
        <div className="flex flex-wrap gap-2">
          {isDuplicate && finding.status === "open" && (
            <Link
              to="/twins/$twinId/sources"
              params={{ twinId }}
              search={{ similar: finding.id }}
              className={buttonLook({ size: "small" })}
            >
              Compare
            </Link>
          )}
          <SettleButtons finding={finding} dismiss={isDuplicate ? "Keep both" : "It is fine"} />
        </div>
      </div>
      <p className="text-sm">
        <Link
          to="/twins/$twinId/sources"
          params={{ twinId }}
          search={{ source: sourceId }}
          className="font-medium hover:underline"
        >
          {sourceTitle}
        </Link>
        <span className="text-muted"> {todo}</span>
      </p>
      {fault?.example && (
        <p className="rounded-md bg-sunken px-3 py-2 text-sm break-words text-muted">
          {fault.example}
        </p>
      )}
    </article>
  );
}
