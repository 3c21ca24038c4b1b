import type { StatusHistory } from "@understudy/core/status/contract";
import { formatAgo, formatDuration, formatMoment } from "#lib/format-time.ts";
import { useNow } from "#lib/use-now.ts";
import { isTrouble } from "./history-bar.tsx";
import { lengthOf, nameOf, SPAN_WORDS } from "./status-words.ts";

const SHOWN = 8;

/** What went wrong lately, the last first. */
export function TroubleList({ history }: { history: StatusHistory }) {
  const now = useNow();
  const troubles = history.dependencies
    .flatMap(({ name, spans }) => spans.filter(isTrouble).map((span) => ({ name, span })))
    .sort((a, b) => b.span.from.localeCompare(a.span.from));
  if (troubles.length === 0)
    return <p className="px-6 py-3 text-muted max-md:px-4">Nothing failed in this time.</p>;
  return (
    <>
      <ul className="border-t border-line">
        {troubles.slice(0, SHOWN).map(({ name, span }) => (
          <li
            key={`${name} ${span.from}`}
            className="flex flex-wrap items-baseline gap-x-3 border-b border-line px-6 py-2 max-md:px-4"
          >
            <span className="font-medium">{nameOf(name)}</span>
            <span className={span.state === "failed" ? "text-bad" : "text-warn"}>
              {SPAN_WORDS[span.state]}
            </span>
            <span className="min-w-0 flex-1 text-sm text-muted">{span.detail}</span>
            <time
              dateTime={span.from}
              title={formatMoment(span.from)}
              className="text-sm text-faint tabular-nums"
            >
              {formatAgo(span.from, now)}, for {formatDuration(lengthOf([span]))}
            </time>
          </li>
        ))}
      </ul>
      {troubles.length > SHOWN && (
        <p className="px-6 py-2 text-sm text-faint max-md:px-4">
          And {troubles.length - SHOWN} more before.
        </p>
      )}
    </>
  );
}
