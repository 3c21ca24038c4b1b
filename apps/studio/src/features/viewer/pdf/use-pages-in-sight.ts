import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import { type PageLayout, pageAt } from "./page-layout.ts";

export interface PagesInSight {
  /** The one that is read, and those to draw: what is seen and a screen around it. */
  current: number;
  first: number;
  last: number;
}

const EYE_LINE = 0.3;

export function usePagesInSight(pane: RefObject<HTMLElement | null>, layout: PageLayout) {
  const [sight, setSight] = useState<PagesInSight>({ current: 1, first: 1, last: 1 });
  const look = useEffectEvent(() => {
    if (!pane.current) return;
    const { scrollTop, clientHeight } = pane.current;
    const at = (y: number) => pageAt(layout, y).page;
    const next = {
      current: at(scrollTop + clientHeight * EYE_LINE),
      first: at(scrollTop - clientHeight),
      last: at(scrollTop + 2 * clientHeight),
    };
    setSight((now) =>
      now.current === next.current && now.first === next.first && now.last === next.last
        ? now
        : next,
    );
  });
  useEffect(() => {
    const scrolled = () => look();
    const element = pane.current;
    element?.addEventListener("scroll", scrolled, { passive: true });
    return () => element?.removeEventListener("scroll", scrolled);
  }, [pane]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another layout brings other pages into sight.
  useEffect(() => look(), [layout]);
  return sight;
}
