import { useMemo, useState } from "react";
import { createMarkdownReader } from "#ui/markdown/create-markdown-reader.ts";
import { splitSections } from "#ui/markdown/split-sections.ts";
import { CitedSection } from "./cited-section.tsx";
import { placeMarks } from "./place-marks.ts";
import { settleMarks } from "./settle-marks.ts";
import { isUnderWay, type ThreadMessage } from "./thread.ts";

/** An answer with its chips at the sentences; looking at a chip marks what rests on it. */
export function CitedText({ message }: { message: ThreadMessage }) {
  const { text, citations, unsupportedSpans } = message;
  const [active, setActive] = useState<number | null>(null);
  const [read] = useState(createMarkdownReader);
  const marks = useMemo(
    () => placeMarks({ citations, unsupportedSpans }),
    [citations, unsupportedSpans],
  );
  const leaves = read(text, isUnderWay(message));
  const settled = settleMarks(leaves, marks);
  return (
    <div className="grid grid-cols-1 gap-3 leading-6">
      {splitSections(leaves).map((section) => (
        <CitedSection
          key={section[0]?.start}
          leaves={section}
          settled={settled}
          active={active}
          onLook={setActive}
        />
      ))}
    </div>
  );
}
