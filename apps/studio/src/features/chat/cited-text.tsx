import { useState } from "react";
import { classNames } from "#ui/class-names.ts";
import { CitationChip } from "./citation-chip.tsx";
import { segmentAnswer } from "./segment-answer.ts";
import type { ThreadMessage } from "./thread.ts";

/** An answer with its chips at the sentences; looking at a chip marks what rests on it. */
export function CitedText({ message: { text, citations } }: { message: ThreadMessage }) {
  const [active, setActive] = useState<number | null>(null);
  return (
    <div className="break-words whitespace-pre-wrap leading-6">
      {segmentAnswer(text, citations).map(({ start, text: words, restsOn, chips }) => (
        <span key={start}>
          <span
            className={classNames(
              "rounded-[3px]",
              active !== null && restsOn.includes(active) && "bg-mark",
            )}
          >
            {words}
          </span>
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
