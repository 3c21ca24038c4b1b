import { Link } from "@tanstack/react-router";
import { Quote } from "lucide-react";
import { DROP_WORDS, type DropReason } from "#features/explorer/drop-words.ts";
import { ScoreBars } from "#features/explorer/score-bars.tsx";
import { bestScores, type ScoreScale } from "#features/explorer/score-stages.ts";
import { countOf } from "#lib/format-count.ts";
import { CorrectLooked } from "./correct-looked.tsx";
import type { Looked, MessageTrace } from "./message-trace.ts";

/** What was read, what was cited of it, and what was left out and why. */
export function LookedPassages({ trace }: { trace: MessageTrace }) {
  const { passages, dropped, twinId, timingsMs } = trace;
  const scored = [...passages, ...dropped].flatMap(({ scores }) => (scores ? [{ scores }] : []));
  const scale = { best: bestScores(scored), hasDense: timingsMs.dense !== undefined };
  if (passages.length + dropped.length === 0) return null;
  return (
    <section className="grid grid-cols-1 gap-2">
      <h3 className="font-semibold">{countOf(passages.length, "passage")} read</h3>
      <ol className="grid grid-cols-1 gap-2">
        {passages.map((passage, at) => (
          <LookedCard
            key={passage.chunkId ?? at}
            looked={passage}
            scale={scale}
            twinId={twinId}
            note={passage.isCited ? "Cited" : null}
          />
        ))}
      </ol>
      {dropped.length > 0 && (
        <details>
          <summary className="cursor-pointer font-semibold">{dropped.length} left out</summary>
          <ol className="mt-2 grid grid-cols-1 gap-2">
            {dropped.map((passage, at) => (
              <LookedCard
                key={passage.chunkId ?? at}
                looked={passage}
                scale={scale}
                twinId={twinId}
                note={DROP_WORDS[passage.because as DropReason]?.label ?? passage.because}
              />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function LookedCard({
  looked,
  scale,
  twinId,
  note,
}: {
  looked: Looked;
  scale: ScoreScale;
  twinId: string;
  note: string | null;
}) {
  const { chunkId, sourceId, sourceTitle, text, scores } = looked;
  return (
    <li className="grid grid-cols-1 gap-2 rounded-lg border border-line bg-surface px-3 py-2">
      <div className="flex min-w-0 items-baseline gap-2 text-sm">
        {sourceId && chunkId && sourceTitle ? (
          <Link
            to="/twins/$twinId/sources/$sourceId"
            params={{ twinId, sourceId }}
            search={{ passage: chunkId }}
            className="truncate font-medium underline-offset-4 hover:underline"
          >
            {sourceTitle}
          </Link>
        ) : (
          <span className="text-muted">No longer live</span>
        )}
        {note && (
          <span className="ml-auto flex shrink-0 items-center gap-1 text-xs text-faint">
            {note === "Cited" && <Quote aria-hidden className="size-3" />}
            {note}
          </span>
        )}
      </div>
      {scores && <ScoreBars scores={scores} scale={scale} />}
      {text && <p className="line-clamp-3 text-sm break-words text-muted">{text}</p>}
      <div className="flex justify-end empty:hidden">
        <CorrectLooked looked={looked} twinId={twinId} label="Correct…" />
      </div>
    </li>
  );
}
