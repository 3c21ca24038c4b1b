import { type RefObject, useEffect, useState } from "react";

const SPARE_ROWS = 20;

/** Which rows of one height to draw, first to last (excluded): those in sight and some around. */
export function useRowsInSight(
  pane: RefObject<HTMLElement | null>,
  { count, rowHeight }: { count: number; rowHeight: number },
): { first: number; last: number } {
  const [sight, setSight] = useState({ first: 0, last: 2 * SPARE_ROWS });
  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const look = () => {
      const top = Math.floor(element.scrollTop / rowHeight);
      const seen = Math.ceil(element.clientHeight / rowHeight);
      // In steps, so that not every line of scrolling draws anew.
      const first = Math.max(0, Math.floor((top - SPARE_ROWS) / SPARE_ROWS) * SPARE_ROWS);
      const last = first + seen + 3 * SPARE_ROWS;
      setSight((now) => (now.first === first && now.last === last ? now : { first, last }));
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [pane, rowHeight]);
  return { first: Math.min(sight.first, count), last: Math.min(sight.last, count) };
}
