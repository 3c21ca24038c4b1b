import type { MarkdownLeaf } from "@understudy/answer-text/markdown/grow-markdown";
import { cutPiece, uniqueByNumber } from "@understudy/answer-text/marks/cut-piece";
import type { AnswerMark } from "@understudy/answer-text/marks/place-marks";
import { isSameMarks, type LeafMark } from "@understudy/answer-text/marks/settle-marks";
import { CircleAlert } from "lucide-react";
import { memo } from "react";
import { classNames } from "#ui/class-names.ts";
import type { CutPiece } from "#ui/markdown/inline-view.tsx";
import { LeafView } from "#ui/markdown/leaf-view.tsx";
import { CitationChip } from "./citation-chip.tsx";

interface CitedLeafProps {
  leaf: MarkdownLeaf;
  marks: readonly LeafMark[];
  /** The number of the chip that is being looked at. */
  active: number | null;
  onLook: (number: number | null) => void;
}

/** A part of an answer with its chips at the sentences; rendered again only when it changes. */
export const CitedLeaf = memo(function CitedLeaf({ leaf, marks, active, onLook }: CitedLeafProps) {
  const cut: CutPiece = (piece) =>
    cutPiece(piece, marks).map(({ start, text, within, chips }) => ({
      start,
      text,
      className: lookOf(within, active),
      after: <Chips marks={chips} onLook={onLook} />,
    }));
  const ending = marks.filter(({ chipAt }) => chipAt !== null).map(({ mark }) => mark);
  const after = <Chips marks={uniqueByNumber(ending)} onLook={onLook} />;
  return <LeafView leaf={leaf} cut={cut} after={after} />;
}, isSame);

function lookOf(within: readonly AnswerMark[], active: number | null): string | undefined {
  const isActive = active !== null && within.some(({ rests }) => rests?.number === active);
  const isUnsupported = within.some(({ rests }) => rests === null);
  if (!isActive && !isUnsupported) return;
  return classNames(
    "rounded-[3px]",
    isActive && "bg-mark",
    isUnsupported && "underline decoration-warn decoration-dotted underline-offset-4",
  );
}

function Chips({
  marks,
  onLook,
}: {
  marks: readonly AnswerMark[];
  onLook: CitedLeafProps["onLook"];
}) {
  return marks.map(({ rests }) =>
    rests === null ? (
      <Unsupported key="unsupported" />
    ) : (
      <CitationChip
        key={rests.number}
        number={rests.number}
        citation={rests.citation}
        onLook={(isLooking) => onLook(isLooking ? rests.number : null)}
      />
    ),
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

function isSame(before: CitedLeafProps, now: CitedLeafProps): boolean {
  return (
    before.leaf === now.leaf &&
    before.active === now.active &&
    before.onLook === now.onLook &&
    isSameMarks(before.marks, now.marks)
  );
}
