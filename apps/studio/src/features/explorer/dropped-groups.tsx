import { ChevronRight } from "lucide-react";
import { countOf } from "#lib/format-count.ts";
import { DROP_WORDS, type DropReason } from "./drop-words.ts";
import { findExcerpt } from "./find-excerpt.ts";
import { MatchedText } from "./matched-text.tsx";
import { PassagePlace } from "./passage-place.tsx";
import { ScoreBars } from "./score-bars.tsx";
import type { ScoreScale } from "./score-stages.ts";
import type { Dropped } from "./use-exploration.ts";

interface GroupProps {
  twinId: string;
  scale: ScoreScale;
}

/** Every candidate that is not kept, by the reason why. */
export function DroppedGroups({ dropped, ...rest }: GroupProps & { dropped: readonly Dropped[] }) {
  const groups = Object.keys(DROP_WORDS) as DropReason[];
  return (
    <div className="grid grid-cols-1 gap-2">
      <h3 className="font-semibold">{countOf(dropped.length, "candidate")} left out</h3>
      {groups.map((because) => {
        const members = dropped.filter((each) => each.because === because);
        return (
          members.length > 0 && (
            <DroppedGroup key={because} because={because} members={members} {...rest} />
          )
        );
      })}
    </div>
  );
}

function DroppedGroup({
  because,
  members,
  twinId,
  scale,
}: GroupProps & { because: DropReason; members: readonly Dropped[] }) {
  const { label, why } = DROP_WORDS[because];
  return (
    <details className="group rounded-lg border border-line bg-surface">
      <summary className="flex min-h-9 cursor-pointer list-none items-center gap-2 px-3 py-1.5 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-muted group-open:rotate-90 motion-safe:transition-transform"
        />
        <span className="font-medium">{label}</span>
        <span className="text-sm text-faint tabular-nums">{members.length}</span>
      </summary>
      <p className="px-4 pb-2 text-sm text-pretty text-muted">{why}</p>
      <ul className="grid grid-cols-1 border-t border-line">
        {members.map(({ passage, scores }, at) => (
          <li
            key={passage?.chunkId ?? `gone-${at}`}
            className="grid grid-cols-1 gap-2 border-b border-line px-4 py-3 text-sm last:border-b-0"
          >
            {passage ? (
              <>
                <PassagePlace passage={passage} twinId={twinId} />
                <p className="line-clamp-3 break-words text-muted">
                  <MatchedText
                    text={passage.text}
                    matches={passage.matches}
                    from={findExcerpt(passage.text, passage.matches) ?? 0}
                  />
                </p>
              </>
            ) : (
              <p className="text-muted">Its text can no longer be read.</p>
            )}
            <ScoreBars scores={scores} scale={scale} />
          </li>
        ))}
      </ul>
    </details>
  );
}
