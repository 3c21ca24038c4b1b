import { useMemo, useState } from "react";
import { createMarkdownReader } from "#ui/markdown/create-markdown-reader.ts";
import { Markdown } from "#ui/markdown/markdown.tsx";
import { CitedLeaf } from "./cited-leaf.tsx";
import { placeMarks } from "./place-marks.ts";
import { type LeafMark, settleMarks } from "./settle-marks.ts";
import { isUnderWay, type ThreadMessage } from "./thread.ts";

const NO_MARKS: readonly LeafMark[] = [];

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
    <Markdown
      leaves={leaves}
      renderLeaf={(leaf) => {
        const own = settled.get(leaf) ?? NO_MARKS;
        const isLookedAt = own.some(({ mark }) => mark.rests?.number === active);
        return (
          <CitedLeaf
            leaf={leaf}
            marks={own}
            active={isLookedAt ? active : null}
            onLook={setActive}
          />
        );
      }}
    />
  );
}
