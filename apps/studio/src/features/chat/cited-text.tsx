import { createMarkdownReader } from "@understudy/answer-text/markdown/create-markdown-reader";
import { EMPTY_MARKDOWN } from "@understudy/answer-text/markdown/empty-markdown";
import { placeMarks } from "@understudy/answer-text/marks/place-marks";
import { settleMarks } from "@understudy/answer-text/marks/settle-marks";
import { useMemo, useState } from "react";
import { splitSections } from "#ui/markdown/split-sections.ts";
import { useGatheredText } from "#ui/markdown/use-gathered-text.ts";
import { CitedSection } from "./cited-section.tsx";
import { isUnderWay, type ThreadMessage } from "./thread.ts";

/** An answer with its chips at the sentences; looking at a chip marks what rests on it. */
export function CitedText({ message }: { message: ThreadMessage }) {
  const { text, citations, unsupportedSpans } = message;
  const [active, setActive] = useState<number | null>(null);
  const [read] = useState(() => createMarkdownReader(EMPTY_MARKDOWN));
  const marks = useMemo(
    () => placeMarks({ citations, unsupportedSpans }),
    [citations, unsupportedSpans],
  );
  const isGrowing = isUnderWay(message);
  const drawn = useGatheredText(text, isGrowing);
  const leaves = useMemo(() => read(drawn, isGrowing), [read, drawn, isGrowing]);
  const sections = useMemo(() => splitSections(leaves), [leaves]);
  const settled = useMemo(() => settleMarks(leaves, marks), [leaves, marks]);
  return (
    <div className="grid grid-cols-1 gap-3 leading-6">
      {sections.map((section) => (
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
