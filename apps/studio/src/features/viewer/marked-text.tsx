import { useEffect, useRef } from "react";
import { classNames } from "#ui/class-names.ts";
import { cutMarks, type Mark } from "./cut-marks.ts";
import { bringIntoSight } from "./scroll-place.ts";
import type { Span } from "./span.ts";

/** A stretch of the text with what is cited, chosen or found highlighted. */
export function MarkedText({
  text,
  span,
  marks,
}: {
  text: string;
  span: Span;
  marks: readonly Mark[];
}) {
  return cutMarks(span, marks).map(({ start, end, mark }) => {
    const words = text.slice(start, end);
    if (!mark) return words;
    const isFirst = mark.isShown && start === mark.start;
    return (
      <Marked key={`${mark.start}-${mark.end}-${mark.isShown}`} isFirst={isFirst} mark={mark}>
        {words}
      </Marked>
    );
  });
}

function Marked({ isFirst, mark, children }: { isFirst: boolean; mark: Mark; children: string }) {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isFirst && element.current) return bringIntoSight(element.current);
  }, [isFirst]);
  return (
    <mark
      ref={element}
      className={classNames(
        "rounded-[3px] box-decoration-clone text-ink",
        mark.isShown ? "bg-mark" : "bg-accent-soft",
      )}
    >
      {children}
    </mark>
  );
}
