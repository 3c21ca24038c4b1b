import type { StateSpan, StatusHistory } from "@understudy/core/status/contract";
import { formatDuration, formatMoment } from "#lib/format-time.ts";
import { describeSpans, lengthOf, nameOf, SPAN_WORDS } from "./status-words.ts";

const FILL: Record<StateSpan["state"], string> = {
  ok: "fill-good",
  off: "fill-rim",
  degraded: "fill-warn",
  failed: "fill-bad-fill",
  unknown: "fill-hover",
};
/** Of the whole width; what lasted for a moment is to be seen all the same. */
const NARROWEST = 0.4;

/** One dependency's time from left to right. */
export function HistoryBar({
  dependency: { name, spans, wellShare },
  period,
}: {
  dependency: StatusHistory["dependencies"][number];
  period: Pick<StatusHistory, "from" | "until">;
}) {
  const start = Date.parse(period.from);
  const whole = Date.parse(period.until) - start;
  const percent = (time: string) => ((Date.parse(time) - start) / whole) * 100;
  return (
    <svg
      role="img"
      aria-label={`${nameOf(name)}: ${describeSpans(spans, wellShare)}`}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      className="h-6 w-full rounded-sm"
    >
      {drawnOrder(spans).map((span) => {
        const width = percent(span.until) - percent(span.from);
        return (
          <rect
            key={span.from}
            x={percent(span.from)}
            width={isTrouble(span) ? Math.max(NARROWEST, width) : width}
            height={isTrouble(span) || span.state === "ok" ? 10 : 4}
            y={isTrouble(span) || span.state === "ok" ? 0 : 3}
            className={FILL[span.state]}
          >
            <title>{tell(span)}</title>
          </rect>
        );
      })}
    </svg>
  );
}

/** Trouble last, so that nothing covers it. */
function drawnOrder(spans: readonly StateSpan[]): StateSpan[] {
  return [...spans].sort((a, b) => Number(isTrouble(a)) - Number(isTrouble(b)));
}

export function isTrouble({ state }: StateSpan): boolean {
  return state === "failed" || state === "degraded";
}

function tell(span: StateSpan): string {
  const detail = span.detail ? ` (${span.detail})` : "";
  const took = formatDuration(lengthOf([span]));
  return `${SPAN_WORDS[span.state]}${detail}: ${formatMoment(span.from)}, for ${took}`;
}
