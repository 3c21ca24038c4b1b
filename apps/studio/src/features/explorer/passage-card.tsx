import { useState } from "react";
import { Button } from "#ui/button.tsx";
import { classNames } from "#ui/class-names.ts";
import { findExcerpt } from "./find-excerpt.ts";
import { MatchedText } from "./matched-text.tsx";
import { PassagePlace } from "./passage-place.tsx";
import { moveWords } from "./ranks-of.ts";
import { ScoreBars } from "./score-bars.tsx";
import type { ScoreScale } from "./score-stages.ts";
import type { ExploredPassage } from "./use-exploration.ts";

export function PassageCard({
  rank,
  passage,
  twinId,
  scale,
  otherRanks,
}: {
  rank: number;
  passage: ExploredPassage;
  twinId: string;
  scale: ScoreScale;
  otherRanks?: ReadonlyMap<string, number>;
}) {
  const [isWhole, setIsWhole] = useState(false);
  const from = findExcerpt(passage.text, passage.matches);
  const isLong = from !== null;
  const moved = otherRanks && moveWords(rank, otherRanks.get(passage.chunkId));
  return (
    <li className="grid grid-cols-1 gap-2 rounded-lg border border-line bg-surface px-4 py-3">
      <div className="flex min-w-0 items-baseline gap-2 text-sm">
        <span className="font-semibold tabular-nums">{rank}</span>
        <PassagePlace passage={passage} twinId={twinId} />
        {moved && (
          <span className="ml-auto shrink-0 rounded-sm bg-accent-soft px-1.5 text-xs text-accent-text">
            {moved}
          </span>
        )}
      </div>
      <ScoreBars scores={passage.scores} scale={scale} />
      <p
        className={classNames(
          "break-words whitespace-pre-wrap",
          isLong && !isWhole && "line-clamp-6",
        )}
      >
        {from !== null && from > 0 && !isWhole && "… "}
        <MatchedText
          text={passage.text}
          matches={passage.matches}
          from={isWhole ? 0 : (from ?? 0)}
        />
      </p>
      {isLong && (
        <Button
          variant="ghost"
          size="small"
          aria-expanded={isWhole}
          className="-ml-2 justify-self-start"
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? "Show less" : "Show all of it"}
        </Button>
      )}
    </li>
  );
}
