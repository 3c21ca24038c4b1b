import { useEffect, useRef } from "react";
import { bringIntoSight } from "../scroll-place.ts";
import type { Rect } from "./rect.ts";

/** What is cited, chosen or found, over the glyphs of a page. */
export function PageMarks({
  lines,
  isShown,
  isFirst,
}: {
  lines: readonly Rect[];
  isShown: boolean;
  /** It begins on this page. */
  isFirst: boolean;
}) {
  const first = useRef<SVGRectElement>(null);
  useEffect(() => {
    if (isFirst && first.current) return bringIntoSight(first.current);
  }, [isFirst]);
  return lines.map(({ x, y, width, height }, index) => (
    <rect
      // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one mark never change their order.
      key={index}
      ref={index === 0 ? first : undefined}
      data-mark={isShown ? "shown" : "found"}
      x={x - 1}
      y={y}
      width={width + 2}
      height={height}
      rx={1.5}
      className={isShown ? "fill-mark" : "fill-accent-soft"}
    />
  ));
}
