import { formatDuration } from "#lib/format-time.ts";
import type { Exploration } from "./use-exploration.ts";

const LABELS: Record<string, string> = {
  understand: "Understand the question",
  verified: "Look for a verified answer",
  index: "Bring the index up to date",
  embed: "Embed the question",
  dense: "Search by vectors",
  search: "Search by words",
  load: "Read the texts",
  rerank: "Rerank",
  select: "Select",
  write: "Write and check",
};

/** How long each stage took, in their order. */
export function StageTimings({
  exploration: { timingsMs, hasDense },
}: {
  exploration: Pick<Exploration, "timingsMs" | "hasDense">;
}) {
  const stages = Object.keys(LABELS).filter(
    (stage) => timingsMs[stage] !== undefined && (stage !== "embed" || hasDense),
  );
  const total = stages.reduce((sum, stage) => sum + (timingsMs[stage] ?? 0), 0);
  return (
    <div className="grid grid-cols-1 gap-2">
      <h3 className="font-semibold">Found in {formatDuration(total)}</h3>
      <dl className="grid max-w-xl grid-cols-[auto_1fr_auto] items-center gap-x-3 gap-y-1 text-sm">
        {stages.map((stage) => {
          const took = timingsMs[stage] ?? 0;
          return (
            <div key={stage} className="col-span-3 grid grid-cols-subgrid items-center">
              <dt className="text-muted">{LABELS[stage]}</dt>
              <dd aria-hidden className="h-1 overflow-hidden rounded-full bg-selected">
                <div
                  className="h-full rounded-full bg-edge"
                  style={{ width: `${total > 0 ? (took / total) * 100 : 0}%` }}
                />
              </dd>
              <dd className="text-right tabular-nums">
                {took < 10 ? `${took.toFixed(1)} ms` : formatDuration(took)}
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}
