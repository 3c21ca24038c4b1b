import { classNames } from "#ui/class-names.ts";
import { type ScoreScale, type Scores, STAGES, stageLabel } from "./score-stages.ts";

/** The score of each stage, and beside it how much that is of the best one. */
export function ScoreBars({ scores, scale }: { scores: Scores; scale: ScoreScale }) {
  return (
    <dl className="grid grid-cols-4 gap-3 max-sm:grid-cols-2">
      {STAGES.map((stage) => {
        const score = scores[stage];
        const best = scale.best[stage];
        const share = score && best > 0 ? Math.max(0, score / best) : 0;
        return (
          <div key={stage} className="grid grid-cols-[1fr_auto] items-baseline gap-1 text-xs">
            <dt className="truncate text-faint">{stageLabel(stage, scale)}</dt>
            <dd className="tabular-nums">{score === null ? "–" : score.toFixed(2)}</dd>
            <dd aria-hidden className="col-span-2 h-1 overflow-hidden rounded-full bg-selected">
              <div
                className={classNames(
                  "h-full rounded-full",
                  stage === "reranked" ? "bg-accent" : "bg-edge",
                )}
                style={{ width: `${share * 100}%` }}
              />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
