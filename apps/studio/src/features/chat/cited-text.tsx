import { CircleAlert } from "lucide-react";
import { useState } from "react";
import { classNames } from "#ui/class-names.ts";
import { CitationChip } from "./citation-chip.tsx";
import { segmentAnswer } from "./segment-answer.ts";
import type { ThreadMessage } from "./thread.ts";

/** An answer with its chips at the sentences; looking at a chip marks what rests on it. */
export function CitedText({ message }: { message: ThreadMessage }) {
  const [active, setActive] = useState<number | null>(null);
  return (
    <div className="break-words whitespace-pre-wrap leading-6">
      {segmentAnswer(message).map(({ start, text: words, restsOn, chips, unsupported }) => (
        <span key={start}>
          <span
            className={classNames(
              "rounded-[3px]",
              active !== null && restsOn.includes(active) && "bg-mark",
              unsupported && "underline decoration-warn decoration-dotted underline-offset-4",
            )}
          >
            {words}
          </span>
          {unsupported === "ends" && <Unsupported />}
          {chips.map(({ number, citation }) => (
            <CitationChip
              key={number}
              number={number}
              citation={citation}
              onLook={(isLooking) => setActive(isLooking ? number : null)}
            />
          ))}
        </span>
      ))}
    </div>
  );
}

function Unsupported() {
  return (
    <span className="mx-0.5 inline-flex align-[-2px] text-warn">
      <CircleAlert aria-hidden className="size-3.5" />
      <span className="sr-only"> (not supported by the sources)</span>
    </span>
  );
}
