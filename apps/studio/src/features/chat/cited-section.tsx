import type { MarkdownLeaf } from "@understudy/answer-text/markdown/grow-markdown";
import { isSameMarks, type LeafMark } from "@understudy/answer-text/marks/settle-marks";
import { memo } from "react";
import { Markdown } from "#ui/markdown/markdown.tsx";
import { CitedLeaf } from "./cited-leaf.tsx";

interface CitedSectionProps {
  leaves: readonly MarkdownLeaf[];
  settled: ReadonlyMap<MarkdownLeaf, readonly LeafMark[]>;
  /** The number of the chip that is being looked at. */
  active: number | null;
  onLook: (number: number | null) => void;
}

const NO_MARKS: readonly LeafMark[] = [];

/** A top-level block of an answer; drawn again only when one of its leaves or marks changes. */
export const CitedSection = memo(function CitedSection({
  leaves,
  settled,
  active,
  onLook,
}: CitedSectionProps) {
  return (
    <Markdown
      leaves={leaves}
      renderLeaf={(leaf) => {
        const marks = settled.get(leaf) ?? NO_MARKS;
        const isLookedAt = marks.some(({ mark }) => mark.rests?.number === active);
        return (
          <CitedLeaf
            leaf={leaf}
            marks={marks}
            active={isLookedAt ? active : null}
            onLook={onLook}
          />
        );
      }}
    />
  );
}, isSame);

function isSame(before: CitedSectionProps, now: CitedSectionProps): boolean {
  return (
    before.leaves.length === now.leaves.length &&
    before.active === now.active &&
    before.onLook === now.onLook &&
    before.leaves.every(
      (leaf, index) =>
        leaf === now.leaves[index] && isSameMarks(before.settled.get(leaf), now.settled.get(leaf)),
    )
  );
}
