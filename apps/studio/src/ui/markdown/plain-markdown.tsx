import { EMPTY_MARKDOWN } from "@understudy/answer-text/markdown/empty-markdown";
import { growMarkdown } from "@understudy/answer-text/markdown/grow-markdown";
import { useMemo } from "react";
import type { CutPiece } from "./inline-view.tsx";
import { LeafView } from "./leaf-view.tsx";
import { Markdown } from "./markdown.tsx";

const WHOLE: CutPiece = ({ start, text }) => [{ start, text }];

/** A finished text as its reader would see it, without citations. */
export function PlainMarkdown({ text }: { text: string }) {
  const { leaves } = useMemo(() => growMarkdown(EMPTY_MARKDOWN, text), [text]);
  return (
    <div className="grid grid-cols-1 gap-3">
      <Markdown leaves={leaves} renderLeaf={(leaf) => <LeafView leaf={leaf} cut={WHOLE} />} />
    </div>
  );
}
