import { CircleAlert, CircleCheck, CircleDot } from "lucide-react";
import { formatAgo } from "#lib/format-time.ts";
import { REASON_WORDS } from "#lib/reason-words.ts";
import { useNow } from "#lib/use-now.ts";
import { IndexFigures } from "./index-figures.tsx";
import type { TwinIndex } from "./use-index.ts";

const STATES = {
  answering: {
    icon: <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />,
    words: "Questions are matched by their words and their meaning.",
  },
  words: {
    icon: <CircleDot aria-hidden className="size-4 shrink-0 text-muted" />,
    words: "Questions are matched by their words alone.",
  },
  model_failing: {
    icon: <CircleAlert aria-hidden className="size-4 shrink-0 text-bad" />,
    words: "Its model does not answer: until it does, questions are matched by their words alone.",
  },
} as const;

const MINUTE_MS = 60_000;

/** The index that answers now. */
export function LiveSection({ index: { live } }: { index: TwinIndex }) {
  const now = useNow(MINUTE_MS);
  const { icon, words } = STATES[live.state];
  return (
    <section aria-labelledby="live-index" className="grid gap-3">
      <h2 id="live-index" className="flex items-baseline gap-2 font-semibold">
        Answers now
        {live.since && (
          <span className="text-sm font-normal text-faint">since {formatAgo(live.since, now)}</span>
        )}
      </h2>
      <p className="flex items-start gap-2 [&_svg]:mt-0.5">
        {icon}
        <span>
          {words}
          {live.failure && (
            <span className="text-muted"> {REASON_WORDS[live.failure] ?? live.failure}</span>
          )}
        </span>
      </p>
      <IndexFigures of={live} />
    </section>
  );
}
